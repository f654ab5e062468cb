import { ReadableStream, TransformStream, type TransformStreamDefaultController } from "node:stream/web";
import { ZipWriter } from "@zip.js/zip.js";

/** A file of an archive. */
export interface ArchiveFile {
  readonly path: string;
  readonly content: AsyncIterable<string>;
}

/** The beginning of what an archive can state; the same content makes the same bytes, whenever and wherever it is made. */
const NO_TIME = new Date(1980, 0, 1);

async function* encoded(content: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of content) yield Buffer.from(text);
}

/** Packs files into a zip archive, which is read while it is written. */
export async function* archive(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  let control: TransformStreamDefaultController<Uint8Array> | undefined;
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>({
    start(controller) {
      control = controller;
    },
  });
  const writer = new ZipWriter(writable as never, {
    useWebWorkers: false,
    lastModDate: NO_TIME,
    extendedTimestamp: false,
  });
  const pack = async (): Promise<void> => {
    for await (const { path, content } of files) await writer.add(path, ReadableStream.from(encoded(content)) as never);
    await writer.close();
  };
  // What packing fails with is met by whoever reads.
  const packing = pack().catch((error: unknown) => control?.error(error));
  yield* readable;
  await packing;
}
