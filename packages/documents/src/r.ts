import { readFileSync } from "node:fs";
import { readReport } from "@cadre/documents";
import { inspect, characterCount } from "@cadre/core";
const r = readReport(readFileSync("/work/shared/reports/mali-2020.fr.txt"));
if (!r.ok) { console.log(JSON.stringify(r,null,1)); process.exit(1); }
const d=r.value;
console.log(d.project, JSON.stringify(d.budget), d.report?.type, d.report?.asOf, d.report?.answers, d.report?.covidCategories);
console.log(d.outcomes.map(o=>[o.code,o.title.slice(0,30),o.rating,o.indicators.map(i=>i.code).join(),o.outputs.map(x=>x.code+":"+x.indicators.length).join()]));
for (const n of d.report!.narratives) console.log(n.topic,n.outcome,n.limit,characterCount(n.text),n.text.length, n.text.slice(0,50));
const i=inspect(d,{readerFindings:r.findings});
console.log(i.indicators.length, JSON.stringify(i.budget));
for (const x of i.indicators) console.log(x.code,x.text.slice(0,40),JSON.stringify(x.target),JSON.stringify(x.actual),x.percentOfTarget,x.progress,x.undefinedBecause,x.unit);
for (const f of i.findings) console.log(f.severity,f.rule,JSON.stringify(f.where),f.message.fr.slice(0,200),"|",f.found,"|",f.expected);
for (const a of d.activities) { const s=i.activities.find(x=>x.code===a.code)!; console.log(a.code,s.state,s.causes.join()); for (const e of a.events) console.log("   ",e.type,e.date,(e as Record<string,never>).causes?.join()??"",(e as any).expectedUntil??"",e.evidence?.map(v=>v.where.line+":"+v.quote.slice(0,90)).join(" || ")); }
console.log(JSON.stringify(d.report!.claims,null,1));
