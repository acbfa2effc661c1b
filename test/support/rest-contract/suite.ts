import { afterAll, beforeAll, describe } from 'vitest';
import { accessContract } from './access.ts';
import { commentListContract } from './comment-list.ts';
import { commentStatusContract } from './comment-status.ts';
import { commentWriteContract } from './comment-write.ts';
import { ContractApi, type ContractBlog } from './contract-blog.ts';
import { fieldsContract } from './fields.ts';
import { postDateContract } from './post-dates.ts';
import { postDeleteContract } from './post-delete.ts';
import { postListContract } from './post-list.ts';
import { postSlugContract } from './post-slugs.ts';
import { postWriteContract } from './post-write.ts';
import { siteContract } from './site.ts';
import { termContract } from './terms.ts';

/** How a group of expectations reaches the blog, which opens only when the tests run. */
export type Api = () => ContractApi;

/** What Copydesk relies on in a WordPress, as raw REST. The same for every blog, so that the practice blog cannot drift. */
export function describeRestContract(name: string, open: () => Promise<ContractBlog>): void {
  describe(`REST contract: ${name}`, () => {
    let api: ContractApi | undefined;
    beforeAll(async () => {
      api = new ContractApi(await open());
    });
    afterAll(async () => {
      await api?.blog.close();
    });
    const opened: Api = () => {
      if (api === undefined) throw new Error('the blog did not open');
      return api;
    };
    describe('the site', () => siteContract(opened));
    describe('who may what', () => accessContract(opened));
    describe('fields', () => fieldsContract(opened));
    describe('lists of posts', () => postListContract(opened));
    describe('writing posts', () => postWriteContract(opened));
    describe('slugs', () => postSlugContract(opened));
    describe('dates of posts', () => postDateContract(opened));
    describe('deleting posts', () => postDeleteContract(opened));
    describe('terms', () => termContract(opened));
    describe('lists of comments', () => commentListContract(opened));
    describe('writing comments', () => commentWriteContract(opened));
    describe('statuses of comments', () => commentStatusContract(opened));
  });
}
