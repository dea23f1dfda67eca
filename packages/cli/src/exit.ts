/** Done · the input has errors · wrong use, or a file that is not there · interrupted (128 + SIGINT, as shells have it). */
export const EXIT = { done: 0, input: 1, use: 2, interrupted: 130 } as const;
