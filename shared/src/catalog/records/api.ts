import type { Records } from '../setting.ts';

export const apiRecords: Records = {
  api: {
    title: 'Connection to ClearML',
    description: 'Where your ClearML server is and how you sign in to it. Every ClearML program needs this section.',
    type: 'object',
    'x-keywords': ['server', 'login', 'connect', 'self-hosted'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#api-section',
  },
  'api.web_server': {
    title: 'Web page address',
    description:
      "The address where you open ClearML in the browser. ClearML prints links that start with it. Left empty, it is worked out from the API server's address.",
    type: 'string',
    default: '',
    examples: ['https://app.clear.ml', 'http://localhost:8080'],
    format: 'url',
    'x-level': 'basic',
    'x-env': ['CLEARML_WEB_HOST', 'TRAINS_WEB_HOST'],
    'x-read-by': 'both',
    'x-note':
      'Leave out the slash at the end, or the links get two of them. For other addresses than api.… or port 8008 ClearML cannot work it out, and stops when it needs a link.',
    'x-keywords': ['webapp', 'ui', 'dashboard', 'link', 'port 8080'],
  },
  'api.api_server': {
    title: 'API server address',
    description:
      "The address ClearML programs talk to. On a self-hosted server it is port 8008 or the api. name, never the web page's port. Left empty, the SDK calls the hosted service.",
    type: 'string',
    default: '',
    examples: ['https://api.clear.ml', 'http://localhost:8008'],
    format: 'url',
    'x-level': 'basic',
    'x-env': ['CLEARML_API_HOST', 'TRAINS_API_HOST'],
    'x-read-by': 'both',
    'x-note': 'It must start with http:// or https://. Plain http works too, whatever older pages say.',
    'x-keywords': [
      'host',
      'url',
      'connect',
      'self-hosted',
      'port 8008',
      'misconfigured',
      'could not verify credentials',
    ],
  },
  'api.files_server': {
    title: 'File server address',
    description:
      "Where debug images and plots are uploaded. A storage address such as s3://bucket works too. Left empty, it is worked out from the web page's address.",
    type: 'string',
    default: '',
    examples: ['https://files.clear.ml', 'http://localhost:8081', 's3://my-minio-host:443/bucket'],
    format: 'url',
    'x-level': 'basic',
    'x-env': ['CLEARML_FILES_HOST', 'TRAINS_FILES_HOST'],
    'x-read-by': 'both',
    'x-note': 'The address is stored in the links, so others must be able to open it: localhost works only for you.',
    'x-keywords': ['upload', 'artifacts', 'images', 'fileserver', 'port 8081', 's3', 'minio', 'gs', 'azure'],
  },
  'api.credentials': {
    title: 'Sign-in keys',
    description:
      'The key pair that signs your programs in. Make one in the web page under Settings, Workspace, Create new credentials.',
    type: 'object',
    'x-keywords': ['login', 'token', 'unauthorized', '401'],
    'x-docs': 'https://clear.ml/docs/latest/docs/configs/clearml_conf#apicredentials',
  },
  'api.credentials.access_key': {
    title: 'Access key',
    description:
      'The public half of your key pair. ClearML cannot sign in without it, unless the environment holds one.',
    type: 'string',
    default: '',
    'x-level': 'basic',
    'x-secret': true,
    'x-env': ['CLEARML_API_ACCESS_KEY', 'TRAINS_API_ACCESS_KEY'],
    'x-read-by': 'both',
    'x-note': 'Signing in with CLEARML_AUTH_TOKEN in the environment makes ClearML ignore both keys.',
    'x-keywords': ['login', 'credentials', 'user', '401', 'unauthorized'],
  },
  'api.credentials.secret_key': {
    title: 'Secret key',
    description: 'The secret half of your key pair. Treat it like a password: whoever has it can act as you.',
    type: 'string',
    default: '',
    'x-level': 'basic',
    'x-secret': true,
    'x-env': ['CLEARML_API_SECRET_KEY', 'TRAINS_API_SECRET_KEY'],
    'x-read-by': 'both',
    'x-note':
      'It must stand in quotes: signs such as # or $ would cut it short or make the whole file unreadable. Signing in with CLEARML_AUTH_TOKEN in the environment makes ClearML ignore both keys.',
    'x-keywords': ['login', 'credentials', 'password', '401', 'unauthorized'],
  },
  'api.verify_certificate': {
    title: "Check the server's certificate",
    description:
      "Turn it off, or name a file with your company's certificates, if your server uses a certificate of its own. Left out, certificates are checked, and an unknown one stops the connection.",
    type: ['boolean', 'string'],
    default: true,
    examples: [true, false, '/path/to/ca-bundle.crt'],
    'x-level': 'basic',
    'x-env': ['CLEARML_API_HOST_VERIFY_CERT', 'TRAINS_API_HOST_VERIFY_CERT'],
    'x-env-parse': 'boolean-or-path',
    'x-read-by': 'both',
    'x-former-type': 'boolean',
    'x-note':
      'An empty text or null turns the check off. The agent takes a quoted "false" for a file name, so write false without quotes. A certificate file is safer than turning the check off.',
    'x-keywords': ['ssl', 'tls', 'https', 'self-signed', 'ca bundle', 'proxy', 'CERTIFICATE_VERIFY_FAILED'],
  },
};
