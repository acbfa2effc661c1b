import { describe, expect, it } from 'vitest';
import { readAddress } from '../../../main/net/address-rules.ts';

const reasonOf = (address: string): string => {
  const read = readAddress(address);
  return read.ok ? read.value.href : read.error.kind === 'validation' ? read.error.reason : read.error.kind;
};

describe('readAddress', () => {
  it.each([
    ['https://blog.example/', 'https://blog.example/'],
    ['https://блог.бг/', 'https://xn--90aexm.xn--90ae/'],
    ['http://localhost:8080/', 'http://localhost:8080/'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['http://127.200.3.4/', 'http://127.200.3.4/'],
    ['http://127.1/', 'http://127.0.0.1/'],
    ['http://[::1]:8080/', 'http://[::1]:8080/'],
  ])('takes %s', (address, href) => expect(reasonOf(address)).toBe(href));

  it.each([
    ['http://blog.example/', 'insecure-address'],
    ['http://192.168.1.10/', 'insecure-address'],
    ['http://localhost.blog.example/', 'insecure-address'],
    ['http://127.0.0.1.blog.example/', 'insecure-address'],
    ['http://[::2]/', 'insecure-address'],
    ['ftp://blog.example/', 'bad-address'],
    ['file:///etc/passwd', 'bad-address'],
    ['javascript:alert(1)', 'bad-address'],
    ['https://mila:secret@blog.example/', 'bad-address'],
    ['not an address', 'bad-address'],
  ])('refuses %s as %s', (address, reason) => expect(reasonOf(address)).toBe(reason));
});
