import { type FrameworkDocument, indicatorsOf } from "@cadre/core";
import { isRecord } from "../../common.ts";
import type { IatiActivity } from "../read.ts";

/** The key under which a document keeps the activity that it was read from. */
export const ACTIVITY_KEY = "iati";

/** The element that carries fields that a document does not have, as JSON by path. */
const [ELEMENT, NAMESPACE] = ["cadre:extensions", "urn:cadre:extensions"];

type Extensions = NonNullable<FrameworkDocument["extensions"]>;
interface Holder {
  extensions?: Extensions | undefined;
}
type Child = NonNullable<NonNullable<IatiActivity["other"]>["children"]>[number];

const isOurs = (child: Child): boolean =>
  typeof child !== "string" && child.name === ELEMENT && child.attributes["xmlns:cadre"] === NAMESPACE;

/** The objects of a document that may have extensions, by path. */
function* holdersOf(document: FrameworkDocument): Generator<[path: string, holder: Holder]> {
  const { project, budget, report, outcomes, activities } = document;
  yield ["", document];
  yield ["project", project];
  for (const agency of project.agencies) yield [`agencies/${agency.name}`, agency];
  yield ["budget", budget];
  for (const line of budget.lines ?? []) yield [`budget/lines/${line.id}`, line];
  for (const outcome of outcomes) {
    yield [`outcomes/${outcome.code}`, outcome];
    for (const output of outcome.outputs) yield [`outputs/${output.code}`, output];
  }
  for (const { indicator } of indicatorsOf(document)) yield [`indicators/${indicator.code}`, indicator];
  for (const activity of activities) yield [`activities/${activity.code}`, activity];
  if (report !== null) yield ["report", report];
}

/** The activity that a document was read from is written as itself. */
const withoutActivity = ({ [ACTIVITY_KEY]: _, ...extensions }: Extensions): Extensions => extensions;

/** Gives an activity the extensions of a document, in place of those that it has. */
export function setExtensions(activity: IatiActivity, document: FrameworkDocument): void {
  const all = [...holdersOf(document)]
    .map(([path, { extensions = {} }]) => [path, withoutActivity(extensions)] as const)
    .filter(([, extensions]) => Object.keys(extensions).length > 0);
  const text = JSON.stringify(Object.fromEntries(all));
  const own: Child = { name: ELEMENT, attributes: { "xmlns:cadre": NAMESPACE }, children: [text] };
  const { children: before = [], ...other } = activity.other ?? {};
  const others = before.filter((child) => !isOurs(child));
  const children = all.length === 0 ? others : [...others, own];
  if (children.length > 0) activity.other = { ...other, children };
  else if (Object.keys(other).length > 0) activity.other = other;
  else delete activity.other;
}

/** Gives a document the extensions that an activity carries. Those of what IATI cannot carry go to the document itself, by path. */
export function takeExtensions(document: FrameworkDocument, activity: IatiActivity): void {
  const element = activity.other?.children?.find(isOurs);
  if (element === undefined || typeof element === "string") return;
  let carried: unknown;
  try {
    carried = JSON.parse(element.children.join(""));
  } catch {
    return;
  }
  if (!isRecord(carried)) return;
  const holders = new Map(holdersOf(document));
  for (const [path, extensions] of Object.entries(carried)) {
    if (!isRecord(extensions)) continue;
    const holder = holders.get(path);
    const [into, prefix] = holder === undefined ? [document, `${path}/`] : [holder, ""];
    const named = Object.entries(withoutActivity(extensions)).map(([name, value]) => [prefix + name, value]);
    into.extensions = Object.fromEntries([...Object.entries(into.extensions ?? {}), ...named]);
  }
}
