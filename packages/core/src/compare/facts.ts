import {
  type Breakdown,
  type BudgetLine,
  type FrameworkDocument,
  type Indicator,
  indicatorsOf,
  VALUE_COLUMNS,
} from "../document/index.ts";
import { documentEffort, inOrderOfEffect, type Profile, replay } from "../lifecycle/index.ts";
import { lineName } from "../reallocation/index.ts";
import { type Money, toMajor } from "../values/money.ts";
import type { Value } from "../values/value.ts";

/** A value of the document in its simplest form. Money is in major units. */
export type Plain =
  | string
  | number
  | boolean
  | Value
  | Breakdown
  | {
      /** In major units. */
      amount: number;
      /** ISO 4217 code. */
      currency: string;
    };

/**
 * What a fact is about: `values` (milestone, progress), `targets` (baseline, target), `states` (of activities, ratings), `money`, `text`
 * (titles, names, answers), `plan` (codes, dates, markers, the work plan, what a budget line belongs to).
 */
export type ChangeArea = "values" | "targets" | "states" | "money" | "text" | "plan";

/** One thing that a document says. */
export interface Fact {
  area: ChangeArea;
  path: string;
  value: Plain;
}

/** An outcome, an indicator, a budget line: what comes and goes as a whole, with what names it and all that is stated of it. */
export interface Entity {
  path: string;
  name: string;
  facts: Fact[];
}

type Stated = Plain | Money | null | undefined;

const isMoney = (value: object): value is Money => "minor" in value;

/** Facts of one area under a path; what is not stated is none. */
function factsOf(area: ChangeArea, path: string, stated: Record<string, Stated>): Fact[] {
  return Object.entries(stated).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const plain =
      typeof value === "object" && isMoney(value)
        ? { amount: toMajor(value), currency: value.currency }
        : value;
    return [{ area, path: name === "" ? path : `${path}/${name}`, value: plain }];
  });
}

function indicatorEntity(indicator: Indicator): Entity {
  const path = `indicators/${indicator.code}`;
  const { text, remark, unit, direction, disaggregation, measurement, means, frequency, milestones } =
    indicator;
  return {
    path,
    name: text,
    facts: [
      ...VALUE_COLUMNS.flatMap((column) => {
        const { value, breakdown } = indicator[column];
        const area = column === "baseline" || column === "target" ? "targets" : "values";
        return factsOf(area, `${path}/${column}`, { "": value, breakdown });
      }),
      ...factsOf("text", path, { text, remark, means, frequency }),
      ...factsOf("plan", path, {
        milestones:
          milestones && JSON.stringify(milestones.map(({ when, by, value }) => [when, by, value.value])),
        unit,
        direction,
        disaggregation: disaggregation?.join(", "),
        measurement: measurement && JSON.stringify(measurement),
      }),
    ],
  };
}

function lineEntity(line: BudgetLine): Entity {
  const { id, amount, approved, committed, spent, activity, output, agency, category, gewe } = line;
  const { purpose, title, justification, remark } = line;
  // A line is known by its activity or label, its agency and its category: its row may change.
  const path = `budget/lines/${[lineName(line), agency, category].filter(Boolean).join("/")}`;
  return {
    path,
    name: title ?? activity ?? id,
    facts: [
      ...factsOf("money", path, { amount, approved, committed, spent }),
      ...factsOf("plan", path, { output, gewe, purpose }),
      ...factsOf("text", path, { title, justification, remark }),
    ],
  };
}

/** The cover page, the answers, the boxes: what every report has. */
function coverFacts({ project, budget, report, axes, periods }: FrameworkDocument): Fact[] {
  const { title, country, number, startDate, endDate, genderMarker, riskMarker, focusArea } = project;
  const narratives = (report?.narratives ?? []).map(({ topic, outcome, text }): [string, string] => [
    outcome === undefined ? topic : `${topic}/${outcome}`,
    text,
  ]);
  return [
    ...factsOf("text", "project", { title, country, number }),
    ...factsOf("plan", "project", { startDate, endDate, genderMarker, riskMarker, focusArea }),
    ...factsOf("money", "budget", {
      total: budget.total,
      deliveryRate: budget.deliveryRate,
      "gewe/allocated": budget.gewe.allocated,
      "gewe/spent": budget.gewe.spent,
      covidAdjustment: budget.covidAdjustment,
      evaluation: budget.evaluation,
    }),
    ...factsOf("text", "narrative", Object.fromEntries(narratives)),
    ...factsOf("text", "answers", report?.answers ?? {}),
    ...factsOf("plan", "covid/categories", report?.covidCategories ?? {}),
    ...factsOf(
      "plan",
      "axes",
      Object.fromEntries((axes ?? []).map((axis) => [axis.name, JSON.stringify(axis)])),
    ),
    ...factsOf(
      "plan",
      "periods",
      Object.fromEntries((periods ?? []).map(({ id, start, end }) => [id, `${start}/${end}`])),
    ),
  ];
}

function workPlanEntities({ schedule }: FrameworkDocument): Entity[] {
  const activities = (schedule?.activities ?? []).map(({ code, indicators, replanned, ...dates }): Entity => {
    const path = `schedule/activities/${code}`;
    return {
      path,
      name: code,
      facts: factsOf("plan", path, {
        ...dates,
        replanned: replanned === undefined ? undefined : `${replanned.start} – ${replanned.end}`,
        indicators: indicators?.join(", "),
      }),
    };
  });
  const dependencies = (schedule?.dependencies ?? []).map(({ from, to, kind, lag }): Entity => {
    const path = `schedule/dependencies/${from}/${to}`;
    return { path, name: `${from} → ${to}`, facts: factsOf("plan", path, { kind, lag }) };
  });
  return [...activities, ...dependencies];
}

/** Everything in a document that a comparison covers: single facts, and entities that can be added or removed. */
export function statementsOf(
  document: FrameworkDocument,
  profile?: Profile,
): { facts: Fact[]; entities: Entity[] } {
  const agencies = document.project.agencies.map(({ name, convening, budget }): Entity => {
    const path = `project/agencies/${name}`;
    return {
      path,
      name,
      facts: [...factsOf("plan", path, { convening }), ...factsOf("money", path, { budget })],
    };
  });
  const tranches = (document.budget.tranches ?? []).map(
    ({ agency, number, amount, share, received }): Entity => {
      const path = `budget/tranches/${agency}/${number}`;
      return {
        path,
        name: `${agency} ${number}`,
        facts: [...factsOf("money", path, { amount, share }), ...factsOf("plan", path, { received })],
      };
    },
  );
  const results = document.outcomes.flatMap(({ code, title, rating, outputs }): Entity[] => [
    {
      path: `outcomes/${code}`,
      name: title,
      facts: [
        ...factsOf("text", `outcomes/${code}`, { title }),
        ...factsOf("states", `outcomes/${code}`, { rating }),
      ],
    },
    ...outputs.map((output) => ({
      path: `outputs/${output.code}`,
      name: output.title,
      facts: factsOf("text", `outputs/${output.code}`, { title: output.title }),
    })),
  ]);
  const effort = documentEffort();
  const activities = document.activities.map(({ code, title, events }): Entity => {
    const path = `activities/${code}`;
    const { state, causes, expectedUntil } = replay(events, {
      ...{ asOf: document.report?.asOf ?? null, effort, profile },
    });
    const history = inOrderOfEffect(events).map(({ type, date }) =>
      date === null ? type : `${type} ${date}`,
    );
    return {
      path,
      name: title ?? code,
      facts: [
        ...factsOf("states", path, { state, causes: causes.join(", ") || null, expectedUntil }),
        ...factsOf("states", path, { events: history.join(", ") || null }),
        ...factsOf("text", path, { title }),
      ],
    };
  });
  return {
    facts: coverFacts(document),
    entities: [
      ...agencies,
      ...results,
      ...indicatorsOf(document).map(({ indicator }) => indicatorEntity(indicator)),
      ...activities,
      ...(document.budget.lines ?? []).map(lineEntity),
      ...tranches,
      ...workPlanEntities(document),
    ],
  };
}
