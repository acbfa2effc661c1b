// WebFrameMain: the frames of a window as the main process sees them. `event.senderFrame` of a message is the same
// object as `webContents.mainFrame`, and its url and origin are those of the document it shows now.
import { originOf } from './schemes.ts';
import { strictClass } from './strict.ts';

let nextId = 0;

/** One frame. */
export class WebFrameMain {
  readonly frameTreeNodeId = ++nextId;
  readonly routingId = this.frameTreeNodeId;
  readonly processId: number;
  readonly parent: WebFrameMain | null;
  readonly frames: WebFrameMain[] = [];
  url = '';
  detached = false;

  constructor(processId: number, parent: WebFrameMain | null) {
    this.processId = processId;
    this.parent = parent;
    parent?.frames.push(this);
  }

  get origin(): string {
    return originOf(this.url);
  }
  get top(): WebFrameMain {
    return this.parent?.top ?? this;
  }
  get framesInSubtree(): WebFrameMain[] {
    return [this, ...this.frames.flatMap((frame) => frame.framesInSubtree)];
  }
  isDestroyed(): boolean {
    return this.detached;
  }
}
strictClass('WebFrameMain', WebFrameMain);

/** The frames of one window by Chromium's frame ids; the main frame's id is the page's target id. */
export class FrameTree {
  readonly main: WebFrameMain;
  readonly #processId: number;
  readonly #byId = new Map<string, WebFrameMain>();

  constructor(processId: number) {
    this.#processId = processId;
    this.main = new WebFrameMain(processId, null);
  }

  /** The frame of an id, made when it is first heard of. */
  frame(id: string, parentId: string | undefined): WebFrameMain {
    if (parentId === undefined) return this.#byId.get(id) ?? this.main;
    let frame = this.#byId.get(id);
    if (!frame) {
      frame = new WebFrameMain(this.#processId, this.#byId.get(parentId) ?? this.main);
      this.#byId.set(id, frame);
    }
    return frame;
  }

  detach(id: string): void {
    const frame = this.#byId.get(id);
    if (!frame) return;
    this.#byId.delete(id);
    frame.detached = true;
    frame.parent?.frames.splice(frame.parent.frames.indexOf(frame), 1);
  }
}
