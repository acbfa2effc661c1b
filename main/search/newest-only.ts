import { err, type Result } from '../domain/result.ts';

interface Question<Q, A> {
  question: Q;
  resolve(answer: Result<A>): void;
  reject(error: unknown): void;
}

/** Answers one question at a time. Of those that wait only the newest is kept; the others are superseded. */
export class NewestOnly<Q, A> {
  readonly #answer: (question: Q) => Promise<Result<A>>;
  #waiting: Question<Q, A> | null = null;
  #isBusy = false;

  constructor(answer: (question: Q) => Promise<Result<A>>) {
    this.#answer = answer;
  }

  /** The answer, or `search superseded` once a newer question came before this one's turn. */
  ask(question: Q): Promise<Result<A>> {
    return new Promise((resolve, reject) => {
      this.#waiting?.resolve(err({ kind: 'search', reason: 'superseded' }));
      this.#waiting = { question, resolve, reject };
      if (!this.#isBusy) void this.#answerAll();
    });
  }

  async #answerAll(): Promise<void> {
    this.#isBusy = true;
    // Questions that are asked in one go are one burst of typing: only the last of them is begun at all.
    await Promise.resolve();
    for (let next = this.#waiting; next; next = this.#waiting) {
      this.#waiting = null;
      await this.#answer(next.question).then(next.resolve, next.reject);
    }
    this.#isBusy = false;
  }
}
