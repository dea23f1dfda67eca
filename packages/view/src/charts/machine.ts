import { type Dated, formatDate, inOrderOfEffect } from "@cadre/core";
import {
  activityLifecycleTable,
  type Profile,
  replayWith,
  stateName,
  stateNames,
} from "@cadre/core/lifecycle";
import type { DisplayLanguage } from "@cadre/core/locale";
import {
  drawMachine,
  eventText,
  type MachineStep,
  machineLabels,
  pathText,
  stateText,
} from "../machine/index.ts";
import { activityLayout, layoutMachine, type Machine } from "../machine/layout.ts";
import { html } from "../markup/index.ts";
import { messagesIn, ownNames } from "../messages/index.ts";
import { type View, viewOf } from "../notebook/index.ts";
import { table } from "../tables/index.ts";

/** The path that events took through the machine; what a state refused is no step. */
function pathOf(machine: Machine, events: readonly Dated[]): MachineStep[] {
  const ordered = inOrderOfEffect(events);
  const steps: MachineStep[] = [];
  let [from, refused] = [stateName(machine, machine.initial), 0];
  for (const [index, { type, date }] of ordered.entries()) {
    const { state, refusals } = replayWith(machine, ordered.slice(0, index + 1));
    if (refusals.length === refused) steps.push({ type, date, from, to: state });
    [from, refused] = [state, refusals.length];
  }
  return steps;
}

/** Options of a picture of a machine. */
export interface MachineOptions {
  /** Language of states and events. */
  language: DisplayLanguage;
  /** The lifecycle to draw. Default: the activity's. */
  machine?: Machine;
  /** Name of whose path it is: `1.1.1`. */
  name?: string;
  /** What an agency adds to the activity's machine, which is drawn with it. Default: nothing. */
  profile?: Profile;
}

/**
 * A state diagram, drawn from the lifecycle's definition, with the path that events took through it: taken states are framed, taken transitions
 * thick and numbered in order. Laid out by dagre.
 */
export function machineDiagram(events: readonly Dated[], options: MachineOptions): View {
  const { language, profile, name } = options;
  const { machine = profile?.table ?? activityLifecycleTable } = options;
  const messages = messagesIn(language);
  const isActivity = machine === (profile?.table ?? activityLifecycleTable);
  const layout = isActivity ? activityLayout(language, profile) : layoutMachine(machine, language);
  const own = ownNames(profile, [...machine.types.keys(), ...stateNames(machine)]);
  const steps = pathOf(machine, events);
  const title = `${messages.charts.machineTitle(machineLabels(layout.machine, language))}${name === undefined ? "" : `${messages.colon} ${name}`}`;
  const description = pathText(layout, steps, language);
  return viewOf({
    title,
    text: `${title}\n${description}`,
    svg: drawMachine(layout, steps, { language, title }),
    picture: { language, subtitle: description },
    wide: true,
    body: html`<p>${description}</p>${
      steps.length > 0 &&
      html`<details><summary>${messages.asTable}</summary>${table({
        caption: title,
        id: `machine${title}`,
        language,
        rows: steps,
        columns: [
          { column: "event", heads: true, cell: ({ type }) => eventText(type, language, own) },
          {
            column: "date",
            cell: ({ date }) => (date === null ? messages.rest : formatDate(date, { language })),
          },
          { column: "state", cell: ({ to }) => stateText(layout.machine, to, language, own) },
        ],
      })}</details>`
    }`,
  });
}
