import { chromium } from "playwright-core";

const b = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu"],
});
const p = await b.newPage({ viewport: { width: 1920, height: 700 } });
await p.goto("file:///tmp/cadre/look/d-fr.html");
await p.waitForSelector("html[data-ready]");
await p.pdf({ path: "/tmp/cadre/look/d-fr.pdf", format: "A4" });
await p.evaluate(() => document.getElementById("activities").scrollIntoView());
await p.waitForTimeout(300);
await p.locator("#activities [data-open]").first().click();
await p.waitForTimeout(600);
await p.screenshot({ path: "/tmp/cadre/look/act-fr-1920.png" });
await p.setViewportSize({ width: 360, height: 800 });
await p.waitForTimeout(300);
console.log(await p.evaluate(() => document.documentElement.scrollWidth));
await b.close();
