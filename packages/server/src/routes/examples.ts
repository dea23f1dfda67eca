import type { FrameworkDocument } from "@cadre/core";
import type { Observation } from "@cadre/core/observations";

const number = (value: number) => ({ value: { kind: "number", value } }) as const;
const none = { value: { kind: "none" } } as const;

/** A framework document of one indicator. */
export const DOCUMENT_EXAMPLE: FrameworkDocument = {
  format: "cadre/framework",
  version: 1,
  project: {
    title: "Dialogue along the river",
    country: "Mali",
    number: null,
    startDate: "2020-01-15",
    endDate: "2022-07-15",
    agencies: [{ name: "UNDP", convening: true, budget: { minor: 150_000_000, currency: "USD" } }],
    genderMarker: "GM2",
    riskMarker: null,
    focusArea: null,
  },
  budget: {
    total: { minor: 150_000_000, currency: "USD" },
    deliveryRate: null,
    gewe: { allocated: null, spent: null },
    covidAdjustment: null,
    evaluation: null,
  },
  outcomes: [
    {
      code: "1",
      title: "People of both banks settle disputes by dialogue",
      rating: null,
      indicators: [],
      outputs: [
        {
          code: "1.1",
          title: "Mediators are trained",
          indicators: [
            {
              code: "1.1.1",
              text: "Mediators trained, by sex",
              ...{ baseline: number(0), target: number(40), milestone: none, actual: none },
            },
          ],
        },
      ],
    },
  ],
  activities: [{ code: "1.1.1", title: "Train mediators", events: [] }],
  axes: [{ name: "sex", kind: "partition", categories: ["female", "male"] }],
  periods: [{ id: "2020-Q1", start: "2020-01-01", end: "2020-03-31" }],
  report: null,
};

/** Two rows of observations. */
export const ROWS_EXAMPLE: Observation[] = [
  {
    indicator: "1.1.1",
    period: "2020-Q1",
    value: 12,
    categories: { sex: "female" },
    recordedAt: "2020-04-10",
  },
  {
    indicator: "1.1.1",
    period: "2020-Q1",
    value: 8,
    categories: { sex: "male" },
    recordedAt: "2020-04-10",
  },
];
