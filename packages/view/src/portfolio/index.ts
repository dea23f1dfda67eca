export { type PortfolioPageOptions, portfolioHtml } from "./page.ts";
