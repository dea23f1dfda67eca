export { drawnExtension, eventsOf, randomProfile } from "./random-profile.ts";
export { beginByXState, stepByXState, viewOf } from "./reference.ts";
