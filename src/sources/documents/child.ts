import { ReadFailure } from '../../domain/failure.ts';
import type { Extract, Order } from './read.ts';

/** The other process: reads one document and says what it gave. Nothing it does can outlast it. */
if (!process.send) throw new Error('This is no program of its own; the reader of documents starts it.');
process.once('message', async ({ bytes, enough }: Order) => {
  // Buffers cross as Buffers, which the reader of PDFs refuses.
  process.send?.(await extract({ bytes: new Uint8Array(bytes), enough }));
});
process.send('ready');

async function extract(order: Order): Promise<Extract> {
  try {
    const { text, whole } = await read(order);
    const shown = text.replace(/[^\P{Cc}\n]/gu, '').slice(0, order.enough);
    return shown === '' ? { outcome: 'scan' } : { outcome: 'text', text: shown, whole };
  } catch (error) {
    if (error instanceof ReadFailure)
      return { outcome: 'failed', reason: error.reason, message: error.message };
    return {
      outcome: 'failed',
      reason: 'malformed',
      message: `The document cannot be read: ${String(error)}`,
    };
  }
}

async function read({ bytes, enough }: Order): Promise<{ text: string; whole: boolean }> {
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
