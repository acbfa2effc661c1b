import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freeProfile, openProfile } from '../../host/profile.ts';
import { InstanceLock, type SecondInstance } from '../../host/single-instance.ts';
import { eventually } from '../../support/eventually.ts';

let userData = '';
beforeEach(() => {
  userData = mkdtempSync(path.join(tmpdir(), 'host-files-'));
});
afterEach(() => rmSync(userData, { recursive: true, force: true }));

describe('the profile', () => {
  it('keeps its secret, readable only for this user', () => {
    const first = openProfile(userData);
    expect(first.secret).toMatch(/^[0-9a-f]{32}$/);
    expect(openProfile(userData)).toEqual(first);
    expect(statSync(path.join(first.folder, 'origin-secret')).mode & 0o077).toBe(0);
  });

  const locked = (by: string) => {
    const { folder } = openProfile(userData);
    symlinkSync(by, path.join(folder, 'SingletonLock'));
    return folder;
  };
  const isLocked = (folder: string) => {
    try {
      return statSync(path.join(folder, 'SingletonLock'), { throwIfNoEntry: false }) !== undefined;
    } catch {
      return true;
    }
  };

  it.each([
    ['a process that is gone', `${hostname()}-999999999`],
    ['another program with the same number', `${hostname()}-${process.pid}`],
    ['another machine', `elsewhere-${process.pid}`],
  ])('is freed of the lock of %s', async (_what, by) => {
    const folder = locked(by);
    await freeProfile(folder);
    expect(isLocked(folder)).toBe(false);
    expect(existsSync(path.join(folder, 'origin-secret'))).toBe(true);
  });

  it('waits for a Chromium that is still ending, then ends it', async () => {
    const { folder } = openProfile(userData);
    const wait = 'setTimeout(() => {}, 60_000)';
    const old = spawn(process.execPath, ['-e', wait, '--', `--user-data-dir=${folder}`]);
    await new Promise((resolve) => old.once('spawn', resolve));
    const ended = new Promise((resolve) => old.once('exit', (_code, signal) => resolve(signal)));
    locked(`${hostname()}-${old.pid}`);
    await freeProfile(folder, 100);
    expect(await ended).toBe('SIGKILL');
    expect(isLocked(folder)).toBe(false);
  });
});

describe('the single-instance lock', () => {
  it('is taken, found held, and given back', () => {
    const lock = new InstanceLock(userData, () => undefined);
    expect(lock.held).toBe(false);
    expect(lock.request(undefined)).toBe(true);
    expect(lock.request(undefined)).toBe(true);
    expect(lock.held).toBe(true);
    lock.release();
    expect(lock.held).toBe(false);
    expect(existsSync(path.join(userData, 'host-instance.lock'))).toBe(false);
  });

  it('is taken over from a process that is gone', () => {
    symlinkSync('999999999', path.join(userData, 'host-instance.lock'));
    const lock = new InstanceLock(userData, () => undefined);
    expect(lock.request(undefined)).toBe(true);
    lock.release();
  });

  it('tells its holder about a second instance', async () => {
    const heard: SecondInstance[] = [];
    const first = new InstanceLock(userData, (second) => heard.push(second));
    first.request(undefined);
    // Stands for a living holder: a process whose command line is the stand-in's.
    const holder = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)', 'test/host/run.ts']);
    await new Promise((resolve) => holder.once('spawn', resolve));
    rmSync(path.join(userData, 'host-instance.lock'));
    symlinkSync(String(holder.pid), path.join(userData, 'host-instance.lock'));
    mkdirSync(path.join(userData, 'host-instance'), { recursive: true });
    const second = new InstanceLock(userData, () => undefined);
    expect(second.request({ link: 'copydesk://x' })).toBe(false);
    await eventually(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({
      additionalData: { link: 'copydesk://x' },
      workingDirectory: process.cwd(),
    });
    holder.kill();
    first.release();
  });
});
