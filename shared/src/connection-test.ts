/** What the connection test tries: the values as on screen. */
export interface ConnectionQuery {
  readonly api: string;
  readonly web: string | null;
  readonly files: string | null;
  readonly accessKey: string | null;
  readonly secretKey: string | null;
  /**
   * The value of `api.verify_certificate`; null when it is set nowhere, which checks certificates. A null that stands in
   * the file turns the check off, as empty text does: send false or empty text for it.
   */
  readonly verify: boolean | string | null;
}

/** The first three run side by side, so their lines come in any order; `login` follows when the API server answered. */
export type ConnectionStepName = 'web' | 'api' | 'files' | 'login';

/** How the server's certificate is judged. `plain`: the address is http, there is none · `authorities`: by the well-known ones · `bundle`: by a file · `unchecked`: not at all. */
export type CertificateCheck = 'plain' | 'authorities' | 'bundle' | 'unchecked';

/** The way a step takes to its server. Nothing in it is secret. */
export interface ConnectionRoute {
  /** Which address is called, without any user and password in it. */
  readonly address: string;
  /** The proxy that the environment names for it, as `http://host:port`, and the variable that names it; null without one. */
  readonly proxy: { readonly address: string; readonly variable: string } | null;
  readonly check: CertificateCheck;
  /** The file, where `check` is `bundle`. */
  readonly bundle: string | null;
  /** The variable that named the file in place of the setting, such as REQUESTS_CA_BUNDLE. */
  readonly bundleVariable: string | null;
}

/**
 * Why a step was not tried. `no-address`: none is given · `storage-address`: files go to storage such as `s3://`, not to a
 * server · `no-keys`: one or both keys are missing · `after-failure`: the API server did not answer as one.
 */
export type SkipReason = 'no-address' | 'storage-address' | 'no-keys' | 'after-failure';

/** A change of one setting that mends what was found. */
export interface ConnectionFix {
  /** The dotted path of the setting. */
  readonly setting: string;
  readonly value: string | boolean;
}

/** One line of the answer. Each step has one with how it ended, and before it one with `running` if anything is called at all. */
export type ConnectionStep = { readonly step: ConnectionStepName } & (
  | { readonly state: 'running'; readonly route: ConnectionRoute }
  /** With `redirectTo` (`web` only) the page is moved on to another address, which browsers follow by themselves. */
  | { readonly state: 'passed'; readonly route: ConnectionRoute; readonly redirectTo?: string }
  | { readonly state: 'skipped'; readonly reason: SkipReason }
  | ({
      readonly state: 'failed';
      readonly route: ConnectionRoute | null;
      readonly fix?: ConnectionFix;
    } & ConnectionFault)
);

export type ConnectionCause = ConnectionFault['cause'];

/** The server that a step was about, or the proxy in its place. */
interface AtServer {
  readonly host: string;
  readonly port: number;
}

/** As in `route.proxy`; both null for a proxy that stands in the way without having been chosen. */
interface AtProxy {
  readonly proxy: string | null;
  readonly variable: string | null;
}

/** Where the same host does answer as this server, if it was found by trying; then `fix` is there too. */
interface FoundElsewhere {
  readonly foundAddress: string | null;
}

/** A cause with the facts that belong to it. Texts that come from a server are single lines of at most 300 signs. */
export type ConnectionFault =
  /** The value is no address at all, or has no `http://` or `https://`. With a `fix` where adding one is all it needs. */
  | { readonly cause: 'not-an-address' }
  /** The value goes on with `?` or `#` behind the address. With a `fix` where leaving that out is all it needs. */
  | { readonly cause: 'address-with-query' }
  /** Not called, for safety: an address of the kind that only leads to this machine's own network card (169.254.…, fe80:…). */
  | { readonly cause: 'link-local-address'; readonly host: string }
  /** Not called: it is this very program. */
  | ({ readonly cause: 'own-address' } & AtServer)
  /** No computer of that name is known here. */
  | { readonly cause: 'name-not-found'; readonly host: string }
  /** The computer is there, but no program listens on that port. */
  | ({ readonly cause: 'refused' } & AtServer & FoundElsewhere)
  /** The network here knows no way to that computer. */
  | ({ readonly cause: 'unreachable' } & AtServer)
  /** No answer in time. `waitedFor`: at which point. */
  | ({ readonly cause: 'timed-out'; readonly waitedFor: 'name' | 'connection' | 'answer' } & AtServer & FoundElsewhere)
  /** Somebody listens there, but speaks something that is no HTTP. */
  | ({ readonly cause: 'no-http' } & AtServer & FoundElsewhere)
  /** Somebody listens there, but closes the connection without a word. */
  | ({ readonly cause: 'hung-up' } & AtServer & FoundElsewhere)
  /**
   * A web page where the API or the file server should be: mostly the address of the web page. Without a `foundAddress`
   * there may still be a `fix`: what ClearML's own rule for names makes of it (`api.` for `app.`), not tried.
   */
  | ({ readonly cause: 'web-page' } & AtServer & FoundElsewhere)
  /** The API server answers where the web page or the file server should be. */
  | ({ readonly cause: 'api-instead' } & AtServer)
  /** HTTP, but no ClearML server. */
  | ({ readonly cause: 'not-clearml'; readonly status: number } & AtServer & FoundElsewhere)
  /** The address says http, the server speaks https. `fix` is the address with https. */
  | ({ readonly cause: 'http-to-https' } & AtServer)
  /** The address says https, the server speaks http. `fix` is the address with http. */
  | ({ readonly cause: 'https-to-http' } & AtServer)
  /** The certificate is signed by nobody but itself. */
  | ({ readonly cause: 'certificate-self-signed' } & AtServer)
  /** It is signed by somebody who is not known here; `issuer` names them, empty if it names nobody. */
  | ({ readonly cause: 'certificate-unknown-authority'; readonly issuer: string } & AtServer)
  /** The certificate is for other names; `names` are the first of them, empty if it has none that count. */
  | ({ readonly cause: 'certificate-other-name'; readonly names: readonly string[] } & AtServer)
  /** Times as `2026-01-31T12:00:00.000Z`; `clock` is this computer's. */
  | ({ readonly cause: 'certificate-expired'; readonly validTo: string; readonly clock: string } & AtServer)
  | ({ readonly cause: 'certificate-not-yet-valid'; readonly validFrom: string; readonly clock: string } & AtServer)
  /** The connection could not be made secure for another reason; `code` is OpenSSL's name for it. */
  | ({ readonly cause: 'tls-failed'; readonly code: string } & AtServer)
  /** The file with certificates: not there, not to be read, or without any certificate. ClearML then stops with every https address. */
  | { readonly cause: 'no-ca-bundle'; readonly bundle: string; readonly variable: string | null }
  /** A proxy asks for a user and password, or refuses those it was given (407). */
  | ({ readonly cause: 'proxy-asks-password' } & AtProxy)
  /** A proxy shows its own page in place of the server: a login or a block page. */
  | ({ readonly cause: 'proxy-page'; readonly status: number } & AtProxy)
  /** The proxy answers, but does not get through to the server; `status` is its answer. */
  | ({ readonly cause: 'proxy-refuses'; readonly status: number } & AtProxy)
  /** The proxy itself cannot be reached, or is no proxy. */
  | ({ readonly cause: 'proxy-unreachable' } & AtProxy)
  /** The variable names no http proxy: a SOCKS proxy, no address, or one without `http://` that ClearML misreads, such as `localhost:3128`. */
  | { readonly cause: 'proxy-unsupported'; readonly variable: string }
  /** The server sends elsewhere; it is not followed. `redirectTo` has neither query nor user. `fix` where it is the same path elsewhere. */
  | ({ readonly cause: 'redirect'; readonly status: number; readonly redirectTo: string } & AtServer)
  /** 401: the keys are wrong, revoked or of another server. `clearmlMessage` is ClearML's own, empty if it gave none. */
  | { readonly cause: 'keys-not-accepted'; readonly host: string; readonly clearmlMessage: string }
  /** It answers with another error. */
  | ({ readonly cause: 'server-error'; readonly status: number; readonly clearmlMessage: string } & AtServer)
  /** 503: under maintenance, or just starting. */
  | ({ readonly cause: 'maintenance'; readonly clearmlMessage: string } & AtServer);
