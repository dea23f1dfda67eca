/** A made-up form of KoboToolbox: a session, and who took part in it. */
export const SESSION_FORM = {
  survey: [
    { type: "today", name: "today" },
    { type: "text", name: "place" },
    { type: "begin_repeat", name: "people" },
    { type: "select_one sex", name: "sex" },
    { type: "integer", name: "age" },
    { type: "end_repeat" },
  ],
  choices: ["f", "m"].map((name) => ({ list_name: "sex", name })),
};
