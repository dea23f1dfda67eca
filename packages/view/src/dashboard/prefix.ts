/** Prefix of the patterns' ids on the dashboard: it defines each of them once. */
export const PREFIX = "k";
