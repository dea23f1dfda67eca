import {
  decimalsOf,
  type FrameworkDocument,
  formatDate,
  type Money,
  type NarrativeTopic,
  toMajor,
} from "@cadre/core";
import { type FieldKey, PLAIN_ANSWERS, type Template } from "../../template/grammar.ts";
import { numberText } from "../value-text.ts";

/** The word of a choice that means a value: `ANNUEL` for `annual`. */
const labelFor = <T>(words: Readonly<Record<string, T>>, value: T | null): string =>
  Object.entries(words).find(([, expectedValues]) => expectedValues === value)?.[0] ?? "";

/** An amount with its cents, grouped as the language does: with both signs in it, no reader can take one for the other. */
export function moneyText(amount: Money | null, { language }: Template): string {
  if (amount === null) return "";
  const decimals = decimalsOf(amount.currency);
  const [whole = "", cents = ""] = Math.abs(toMajor(amount)).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, language === "fr" || decimals === 0 ? "\u00a0" : ",");
  const sign = amount.minor < 0 ? "-" : "";
  const number = `${sign}${grouped}${cents === "" ? "" : `${language === "fr" ? "," : "."}${cents}`}`;
  return amount.currency === "USD" ? `$\u00a0${number}` : `${number} ${amount.currency}`;
}

/** A day as the template's language writes it: `15 janvier 2020`. */
const dayText = (date: string | null, { language }: Template): string =>
  date === null ? "" : formatDate(date, { language });

/** The end date, with the original one where it was extended. */
function endText({ endDate, originalEndDate }: FrameworkDocument["project"], template: Template): string {
  const end = dayText(endDate, template);
  if (originalEndDate === undefined) return end;
  return `${dayText(originalEndDate, template)} (${template.language === "fr" ? "prolongation approuvée :" : "NCE approved:"} ${end})`;
}

const percentText = (share: number | null, { language }: Template): string => {
  if (share === null) return "";
  const [mantissa = "0", exponent = "0"] = String(share).split("e");
  return `${numberText(Number(`${mantissa}e${Number(exponent) + 2}`), language)} %`;
};

/** The answer to a field outside of part II, in lines; empty where the document has none. */
export function answerTo(key: FieldKey, document: FrameworkDocument, template: Template): string[] {
  const { project, budget, report } = document;
  const line = (text: string | null) =>
    text === null || text === "" ? [] : text.split("\n").filter((part) => part.trim() !== "");
  /** Where one line is asked for. */
  const short = (text: string | null) => line(text?.replace(/\s*[\n\r]\s*/g, " ") ?? null);
  /** The text of an answer that was not understood. */
  const unread = (path: string) => report?.unread?.[path] ?? "";
  const money = (amount: Money | null, path: string) =>
    line(amount === null ? unread(path) : moneyText(amount, template));
  switch (key) {
    case "country":
      return short(project.country);
    case "report-type":
      return line(labelFor(template.reportTypes, report?.type ?? null) || unread("report/type"));
    case "year":
      return line(report?.year == null ? unread("report/year") : String(report.year));
    case "title":
      return short(project.title);
    case "number":
      return short(project.number);
    case "agencies":
      return project.agencies.flatMap(({ name, kind, convening }) => {
        const named = kind === undefined ? name : `${kind} ${name}`;
        return short(convening ? `${named} (${template.convening})` : named);
      });
    case "start-date":
      return line(
        project.startDate === null ? unread("project/startDate") : dayText(project.startDate, template),
      );
    case "end-date":
      return line(project.endDate === null ? unread("project/endDate") : endText(project, template));
    case "total-budget":
      return [
        ...project.agencies.flatMap(({ name, budget: own }) =>
          own === null ? [] : short(`${name}${/[\d$€]/.test(name) ? ":" : ""}\t${moneyText(own, template)}`),
        ),
        ...(budget.total === null ? [] : [`${template.total}:\t${moneyText(budget.total, template)}`]),
      ];
    case "delivery-rate":
      return line(
        budget.deliveryRate === null
          ? unread("budget/deliveryRate")
          : percentText(budget.deliveryRate, template),
      );
    case "gewe-allocated":
      return money(budget.gewe.allocated, "budget/gewe/allocated");
    case "gewe-spent":
      return money(budget.gewe.spent, "budget/gewe/spent");
    case "gender-marker":
      return line(project.genderMarker ?? unread("project/genderMarker"));
    case "risk-marker":
      return line(labelFor(template.riskMarkers, project.riskMarker) || unread("project/riskMarker"));
    case "focus-area":
      return line(project.focusArea === null ? unread("project/focusArea") : `(${project.focusArea})`);
    case "evaluation-budget":
      return money(budget.evaluation, "budget/evaluation");
    case "covid-adjustment":
      return money(budget.covidAdjustment, "budget/covidAdjustment");
    default:
      if (PLAIN_ANSWERS.includes(key)) return line(report?.answers[key] ?? null);
      return line(narrativeOf(document, key as NarrativeTopic, null));
  }
}

/** What the report says on a topic, of an outcome or of the whole; `null`: nothing. */
export function narrativeOf(
  { report }: FrameworkDocument,
  topic: NarrativeTopic,
  outcome: string | null,
): string | null {
  const found = report?.narratives.find((each) => each.topic === topic && (each.outcome ?? null) === outcome);
  return found?.text ?? null;
}

/** An outcome's rating as printed. */
export const ratingText = (
  rating: FrameworkDocument["outcomes"][number]["rating"],
  template: Template,
): string => labelFor(template.ratings, rating);
