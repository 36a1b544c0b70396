import { Problem } from './problem.ts';
import type { Place, UploadReply } from './replies.ts';

interface Sending {
  readonly place: Place;
  readonly segment: string;
  readonly contextKind: string;
  readonly file: File;
  /** Between 0 and 1. */
  readonly onProgress: (share: number) => void;
}

/**
 * Sends a list of keys, which changes nothing yet. A list with faults is an answer, not a failure: the lines are named.
 * `fetch` does not tell how much of a body has gone out, so this is the one place that asks in the old way.
 */
export function uploadKeys({ place, segment, contextKind, file, onProgress }: Sending): Promise<UploadReply> {
  const path = [place.project, 'environments', place.environment, 'segments', segment, 'uploads', newId()];
  const url = `/api/v1/projects/${path.map(encodeURIComponent).join('/')}?contextKind=${encodeURIComponent(contextKind)}`;
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('content-type', 'text/csv');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () => {
      const answer: unknown = request.response;
      if (isUpload(answer)) resolve(answer);
      else reject(new Problem(request.status, answer));
    };
    request.onerror = () =>
      reject(new Problem(0, { detail: 'The list could not be sent. Check the connection and try again.' }));
    request.send(file);
  });
}

const isUpload = (answer: unknown): answer is UploadReply =>
  typeof answer === 'object' && answer !== null && 'faults' in answer && 'keys' in answer;

/** Unlike `randomUUID`, this is there without HTTPS too. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `upload-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
