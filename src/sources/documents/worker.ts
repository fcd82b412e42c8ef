import { parentPort, workerData } from 'node:worker_threads';
import { ReadFailure } from '../../domain/failure.ts';
import type { Extract } from './read.ts';

/** A thread that reads one document and ends. Nothing it does can outlast it. */
const { bytes, enough } = workerData as { bytes: Uint8Array; enough: number };
parentPort?.postMessage(await extract());

async function extract(): Promise<Extract> {
  try {
    const { text, whole } = await read();
    const shown = text.replace(/[^\P{Cc}\n]/gu, '').slice(0, enough);
    return shown === '' ? { outcome: 'scan' } : { outcome: 'text', text: shown, whole };
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    return { outcome: 'failed', reason: error.reason, message: error.message };
  }
}

async function read(): Promise<{ text: string; whole: boolean }> {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (start.includes('%PDF-')) {
    const { textOfPdf } = await import('./pdf.ts');
    return textOfPdf(bytes, enough);
  }
  if (!start.startsWith('PK'))
    throw new ReadFailure('wrong-type', 'The document is neither a PDF nor a DOCX');
  const { textOfDocx } = await import('./docx.ts');
  const text = textOfDocx(bytes);
  return { text, whole: text.length <= enough };
}
