import type { Bilingual, Finding } from "@cadre/core";
import type { MeasurementFramework } from "@cadre/core/aggregate";
import type { Observation } from "@cadre/core/observations";
import type { ExchangeCode } from "../finding-pages/index.ts";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { finding } from "../reading.ts";
import type { DataValue, DataValueSet } from "./data-value-set.ts";
import type { Dhis2Mapping, ValuePart } from "./mapping.ts";
import { dhis2PeriodId } from "./periods.ts";

const categoriesKey = (categories: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(categories).sort(([a], [b]) => (a < b ? -1 : 1)));
const swapped = (record: Readonly<Record<string, string>>): Map<string, string> =>
  new Map(Object.entries(record).map(([id, name]) => [name, id]));

/** The ids of an indicator's part in certain categories: a data element and a category option combination. */
function elementOf(
  mapping: Dhis2Mapping,
  indicator: string,
  part: ValuePart,
  categories: Record<string, string>,
) {
  for (const [id, element] of Object.entries(mapping.dataElements)) {
    if (element.indicator !== indicator || element.part !== part) continue;
    const own = Object.entries(element.categories ?? {});
    if (own.some(([axis, category]) => categories[axis] !== category)) continue;
    const rest = Object.fromEntries(
      Object.entries(categories).filter(([axis]) => !own.some(([name]) => name === axis)),
    );
    const combo = Object.entries(mapping.categoryOptionCombos).find(
      ([, mapped]) => categoriesKey(mapped) === categoriesKey(rest),
    );
    if (combo !== undefined || Object.keys(rest).length === 0) return { element: id, combo: combo?.[0] };
  }
  return null;
}

/**
 * Writes observations as a DHIS2 data value set, by the mapping that reads it. One that is withdrawn is `deleted`. What DHIS2 or the mapping
 * cannot hold (a period of odd days, categories without a combination, an indicator without a data element) is reported and left out.
 */
export function writeDhis2(
  observations: Iterable<Observation>,
  { mapping, framework }: { mapping: Dhis2Mapping; framework: MeasurementFramework },
): { set: DataValueSet; findings: Finding[] } {
  const findings: Finding[] = [];
  const dataValues: DataValue[] = [];
  const units = swapped(mapping.orgUnits);
  const attributes = swapped(mapping.attributeOptionCombos);
  let index = -1;
  for (const observation of observations) {
    index += 1;
    const { indicator, period, value, numerator, denominator, source, place, categories = {} } = observation;
    const where = `observations/${index}`;
    const leave = (code: ExchangeCode, what: Bilingual, found: string, expected: string) =>
      findings.push(finding("warning", code, where, what, found, expected));
    const days = framework.periods.find(({ id }) => id === period);
    const periodId = days === undefined ? null : dhis2PeriodId(days);
    if (periodId === null) {
      const what = message(en.noDhis2Period, fr.noDhis2Period, period);
      leave("dhis2-period-unknown", what, period, "a day, week, month, quarter, half-year or year");
      continue;
    }
    if (observation.id !== undefined) {
      leave("dhis2-id-unmapped", message(en.idUnmapped, fr.idUnmapped), observation.id, "no id");
      continue;
    }
    if (observation.reason !== undefined) {
      const what = message(en.valueNotKnown, fr.valueNotKnown, indicator, period);
      leave("dhis2-value-not-known", what, observation.reason, "a number");
      continue;
    }
    const attribute = source === undefined ? undefined : attributes.get(source);
    if (source !== undefined && source !== mapping.source && attribute === undefined) {
      const what = message(en.sourceUnmapped, fr.sourceUnmapped, source);
      leave("dhis2-source-unmapped", what, source, [...attributes.keys()].join(" | "));
      continue;
    }
    const shared: Omit<DataValue, "dataElement"> = {
      period: periodId,
      ...(place !== undefined && { orgUnit: units.get(place) ?? place }),
      ...(attribute !== undefined && { attributeOptionCombo: attribute }),
      // An instant as DHIS2 writes it.
      lastUpdated: new Date(observation.recordedAt).toISOString().replace("Z", "+0000"),
      ...(observation.evidence !== undefined && { comment: observation.evidence }),
    };
    const parts: [ValuePart, number | null][] =
      numerator === undefined ? [["value", value ?? null]] : [["numerator", numerator]];
    if (numerator !== undefined && denominator != null) parts.push(["denominator", denominator]);
    const resolved = parts.map(([part, number]) => ({
      number,
      found:
        elementOf(mapping, indicator, part, categories) ??
        // A withdrawal of a ratio is that of its numerator.
        (part === "value" && number === null ? elementOf(mapping, indicator, "numerator", categories) : null),
    }));
    if (resolved.some(({ found }) => found === null)) {
      const key = categoriesKey(categories);
      const expected = "a data element of the mapping with these categories";
      const what = message(en.noElement, fr.noElement, indicator, key);
      leave("dhis2-element-unmapped", what, `${indicator} ${key}`, expected);
      continue;
    }
    for (const { number, found } of resolved)
      dataValues.push({
        dataElement: found?.element ?? "",
        ...shared,
        ...(found?.combo !== undefined && { categoryOptionCombo: found.combo }),
        ...(number === null ? { value: "", deleted: true } : { value: String(number) }),
      });
  }
  return { set: { dataValues }, findings };
}
