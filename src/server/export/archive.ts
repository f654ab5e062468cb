import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A file of an archive. */
export interface ArchiveFile {
  readonly path: string;
  readonly content: AsyncIterable<string>;
}

/** The beginning of what an archive can state; the same content makes the same bytes, whenever and wherever it is made. */
const UNDATED = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** Packs files into a zip archive, which is read while it is written. */
export async function* archive(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const given = new AbortController();
  const pack = async (): Promise<void> => {
    for await (const { path, content } of files) {
      const texts = Readable.from(content, { signal: given.signal });
      zip.addReadStream(texts, path, UNDATED);
      await finished(texts);
    }
    zip.end();
  };
  // What packing fails with is met by whoever reads.
  zip.on("error", (error: Error) => output.destroy(error));
  const packing = pack().catch((error: unknown) => output.destroy(error as Error));
  try {
    yield* output as AsyncIterable<Uint8Array>;
  } finally {
    given.abort();
    await packing;
  }
}
