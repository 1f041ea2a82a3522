import { parseCookie } from 'cookie';

/** A browser that goes only where it is told: it keeps cookies, and follows no redirect by itself. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie !== '' && { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = Object.entries(parseCookie(String(line.split(';')[0])))[0] ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Follows redirects until one leads to what is wanted, and gives where that is. */
  async until(url: string, isWanted: (url: string) => boolean): Promise<string> {
    let at = url;
    while (!isWanted(at)) {
      const response = await this.send(at);
      const location = response.headers.get('location');
      if (location === null) throw new Error(`${at} answered ${response.status} and leads nowhere`);
      at = new URL(location, at).href;
    }
    return at;
  }
}
