import type { Finding } from "@cadre/core";
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

const CHANGES: readonly Changes[] = [
  {
    version: "2.02",
    added: [
      ...[
        "@humanitarian",
        "participating-org@activity-id",
        "recipient-region@vocabulary-uri",
        "sector@vocabulary-uri",
      ],
      ...[
        "humanitarian-scope",
        "policy-marker@vocabulary-uri",
        "budget@status",
        "planned-disbursement/provider-org",
      ],
      ...["planned-disbursement/receiver-org", "transaction@humanitarian", "transaction/provider-org@type"],
      ...[
        "transaction/receiver-org@type",
        "transaction/sector@vocabulary-uri",
        "transaction/recipient-region@vocabulary-uri",
      ],
      ...[
        "document-link/document-date",
        "result/indicator/reference",
        "result/indicator/period/target/location",
      ],
      ...["result/indicator/period/target/dimension", "result/indicator/period/actual/location"],
      ...["result/indicator/period/actual/dimension", "crs-add/channel-code"],
    ],
    repeated: [],
    optional: ["policy-marker@significance"],
  },
  {
    version: "2.03",
    added: [
      ...["@budget-not-provided", "participating-org@crs-channel-code", "tag", "default-aid-type@vocabulary"],
      ...[
        "transaction/aid-type@vocabulary",
        "document-link/description",
        "result/document-link",
        "result/reference",
      ],
      ...[
        "result/indicator@aggregation-status",
        "result/indicator/document-link",
        "result/indicator/baseline@iso-date",
      ],
      ...["result/indicator/baseline/location", "result/indicator/baseline/dimension"],
      ...["result/indicator/baseline/document-link", "result/indicator/period/target/document-link"],
      "result/indicator/period/actual/document-link",
    ],
    repeated: [
      ...[
        "default-aid-type",
        "transaction/aid-type",
        "result/indicator/baseline",
        "result/indicator/period/target",
      ],
      "result/indicator/period/actual",
    ],
    optional: [
      ...["result/indicator/baseline@value", "result/indicator/period/target@value"],
      "result/indicator/period/actual@value",
    ],
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
  const found: Finding[] = [];
  let version = "2.03";
  let later: readonly Changes[] = [];
  const report = (line: number, what: string, en: string, fr: string, expected: string) => {
    if (found.length < MAX)
      found.push({
        ...{
          code: "iati-xsd",
          severity: "error",
          where: { path: path.join("/"), line },
          found: what,
          expected,
        },
        message: {
          en: `Not valid in version ${version}: ${en}`,
          fr: `Non valide en version ${version} : ${fr}`,
        },
      });
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
    if (later.length === 0 || path.length < 2) return;
    const whole = path.join("/");
    if (!whole.startsWith(ROOT)) return;
    const own = whole.slice(ROOT.length + 1);
    for (const { version: since, added, repeated, optional } of later) {
      if (own !== "" && added.includes(own))
        report(
          line,
          name,
          `the element ${name} came with ${since}.`,
          `l’élément ${name} n’existe que depuis la version ${since}.`,
          since,
        );
      for (let index = 0; index < attributes.length; index += 2)
        if (added.includes(`${own}@${attributes[index]}`))
          report(
            line,
            `${name}/@${attributes[index]}`,
            `the attribute ${attributes[index]} of ${name} came with ${since}.`,
            `l’attribut ${attributes[index]} de ${name} n’existe que depuis la version ${since}.`,
            since,
          );
      for (const each of optional) {
        const [element, attribute = ""] = each.split("@");
        if (element !== own || attributes.some((present, index) => index % 2 === 0 && present === attribute))
          continue;
        report(
          line,
          name,
          `${name} needs the attribute ${attribute} before ${since}.`,
          `${name} veut l’attribut ${attribute} avant ${since}.`,
          `@${attribute}`,
        );
      }
      if (repeated.includes(own)) {
        const before = parent?.get(name) ?? 0;
        parent?.set(name, before + 1);
        if (before > 0)
          report(
            line,
            name,
            `${name} occurs once before ${since}.`,
            `${name} ne figure qu’une fois avant ${since}.`,
            `one ${name}`,
          );
      }
    }
  };
  const close = () => {
    path.pop();
    counts.pop();
  };
  return { handlers: { open, close, text: () => {} }, findings: () => found };
}
