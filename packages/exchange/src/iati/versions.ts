import type { Bilingual, Finding } from "@cadre/core";
import * as en from "../messages.en.ts";
import * as fr from "../messages.fr.ts";
import { message } from "../messages.ts";
import { finding } from "../reading.ts";
import type { Attributes, XmlHandlers } from "./xml/parse.ts";

/**
 * What versions 2.02 and 2.03 of the standard added to the schema of activities, and what they no longer ask for. A file of an earlier version
 * is held to the schema of 2.03, which admits all that the earlier ones admit, and to this. Source: the schemas of the three versions, compared
 * element by element; paths below `iati-activity`.
 */
interface Changes {
  version: "2.02" | "2.03";
  /** Elements, and attributes after `@`, that the versions before do not have. */
  added: readonly string[];
  /** Elements that the versions before admit once in their parent. */
  repeated: readonly string[];
  /** Attributes that the versions before ask for. */
  optional: readonly string[];
}

const paths = (list: string): readonly string[] => list.split(" ");

const CHANGES: readonly Changes[] = [
  {
    version: "2.02",
    added: paths(
      "@humanitarian participating-org@activity-id recipient-region@vocabulary-uri sector@vocabulary-uri humanitarian-scope policy-marker@vocabulary-uri budget@status planned-disbursement/provider-org planned-disbursement/receiver-org transaction@humanitarian transaction/provider-org@type transaction/receiver-org@type transaction/sector@vocabulary-uri transaction/recipient-region@vocabulary-uri document-link/document-date result/indicator/reference result/indicator/period/target/location result/indicator/period/target/dimension result/indicator/period/actual/location result/indicator/period/actual/dimension crs-add/channel-code",
    ),
    repeated: [],
    optional: ["policy-marker@significance"],
  },
  {
    version: "2.03",
    added: paths(
      "@budget-not-provided participating-org@crs-channel-code tag default-aid-type@vocabulary transaction/aid-type@vocabulary document-link/description result/document-link result/reference result/indicator@aggregation-status result/indicator/document-link result/indicator/baseline@iso-date result/indicator/baseline/location result/indicator/baseline/dimension result/indicator/baseline/document-link result/indicator/period/target/document-link result/indicator/period/actual/document-link",
    ),
    repeated: paths(
      "default-aid-type transaction/aid-type result/indicator/baseline result/indicator/period/target result/indicator/period/actual",
    ),
    optional: paths(
      "result/indicator/baseline@value result/indicator/period/target@value result/indicator/period/actual@value",
    ),
  },
];

const ROOT = "iati-activities/iati-activity";
/** Violations that are reported. */
const MAX = 1000;

/** Handlers of a parser that hold a file to the version that it states; what is found is for versions before 2.03. */
export function versionChecker(): { handlers: XmlHandlers; findings: () => Finding[] } {
  const path: string[] = [];
  /** Of each open element, how often each child that may occur once has come. */
  const counts: Map<string, number>[] = [];
  const findings: Finding[] = [];
  let version = "2.03";
  let later: readonly Changes[] = [];
  const report = (line: number, what: Bilingual, expected: string, found = path.at(-1) ?? "") => {
    const notValid = message(en.notValidInVersion, fr.notValidInVersion, version, what);
    if (findings.length < MAX)
      findings.push(finding("error", "iati-xsd", { path: path.join("/"), line }, notValid, found, expected));
  };
  const open = (name: string, attributes: Attributes, line: number) => {
    const parent = counts.at(-1);
    path.push(name);
    counts.push(new Map());
    if (path.length === 1) {
      const position = attributes.findIndex((each, index) => index % 2 === 0 && each === "version");
      version = attributes[position + 1] ?? "2.03";
      later = position < 0 ? [] : CHANGES.filter((each) => each.version > version);
      return;
    }
    const whole = path.join("/");
    if (later.length === 0 || !whole.startsWith(ROOT)) return;
    const own = whole.slice(ROOT.length + 1);
    const names = attributes.filter((_, index) => index % 2 === 0);
    for (const { version: since, added, repeated, optional } of later) {
      if (own !== "" && added.includes(own))
        report(line, message(en.elementCameWith, fr.elementCameWith, name, since), since);
      for (const each of names)
        if (added.includes(`${own}@${each}`)) {
          const what = message(en.attributeCameWith, fr.attributeCameWith, each, name, since);
          report(line, what, since, `${name}/@${each}`);
        }
      for (const each of optional) {
        const [element, attribute = ""] = each.split("@");
        if (element === own && !names.includes(attribute))
          report(
            line,
            message(en.attributeNeeded, fr.attributeNeeded, name, attribute, since),
            `@${attribute}`,
          );
      }
      if (!repeated.includes(own)) continue;
      const before = parent?.get(name) ?? 0;
      parent?.set(name, before + 1);
      if (before > 0) report(line, message(en.occursOnce, fr.occursOnce, name, since), `one ${name}`);
    }
  };
  const close = () => {
    path.pop();
    counts.pop();
  };
  return { handlers: { open, close, text: () => {} }, findings: () => findings };
}
