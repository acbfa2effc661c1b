/** Host name of a site for messages, such as `bavnivlakove.example`. */
export const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);
