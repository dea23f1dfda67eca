/** A message of a server-sent stream. */
export interface StreamMessage {
  id: string;
  event: string;
  data: string;
}

/** The messages of a server-sent stream as they come; comments are left out. Leaving the loop closes the stream, and so does the signal. */
export async function* messagesOf(
  body: ReadableStream<Uint8Array>,
  signal?: AbortSignal,
): AsyncGenerator<StreamMessage> {
  const reader = body.getReader();
  const close = () => void reader.cancel().catch(() => {});
  signal?.addEventListener("abort", close);
  if (signal?.aborted) close();
  const decoder = new TextDecoder();
  let text = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
      const blocks = text.replaceAll("\r\n", "\n").split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const message = { id: "", event: "message", data: "" };
        for (const line of block.split("\n")) {
          const [, field = "", value = ""] = /^(id|event|data): ?(.*)$/.exec(line) ?? [];
          if (field === "data") message.data += message.data === "" ? value : `\n${value}`;
          else if (field === "id" || field === "event") message[field] = value;
        }
        if (message.data !== "") yield message;
      }
    }
  } finally {
    signal?.removeEventListener("abort", close);
    close();
  }
}
