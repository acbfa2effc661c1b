import { crc32 } from 'node:zlib';

/** CRC-32 as in gzip and PNG, eight hexadecimal digits; of UTF-8 for a string. */
export const checksum = (data: string | Uint8Array): string => crc32(data).toString(16).padStart(8, '0');
