import type { IncomingMessage } from 'node:http';

export interface UploadedFile {
  /** The `n` of `files[n]`, to which an entry of `attachments` refers. */
  index: string;
  name: string;
  contentType: string;
  bytes: Buffer;
}

export interface RequestBody {
  json: unknown;
  files: UploadedFile[];
}

/**
 * Reads JSON, or multipart/form-data with `payload_json` and `files[n]`.
 * @see https://discord.com/developers/docs/reference#uploading-files
 */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const contentType = request.headers['content-type'] ?? '';

  if (bytes.length === 0) return { json: undefined, files: [] };
  if (!contentType.startsWith('multipart/form-data'))
    return { json: JSON.parse(bytes.toString()), files: [] };

  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  const payload = form.get('payload_json');
  return {
    json: typeof payload === 'string' ? JSON.parse(payload) : {},
    files: await filesOf(form),
  };
}

async function filesOf(form: FormData): Promise<UploadedFile[]> {
  const files: UploadedFile[] = [];
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index === undefined || typeof value === 'string') continue;
    const bytes = Buffer.from(await value.arrayBuffer());
    files.push({ index, name: value.name, contentType: value.type, bytes });
  }
  return files;
}
