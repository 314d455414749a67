export const id = 874;
export const ids = [874];
export const modules = {

/***/ 9874:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  renderMeshes: () => (/* binding */ renderMeshes)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/render/refusal.js
/** Why a side was not rendered: the user's to mend, so it becomes a finding and never stops the other meshes. */
class RenderRefusal extends Error {
    finding;
    /**
     * @param id `render/<problem>`
     * @param message what, why and what to do
     * @param params the facts of the message, for the fingerprint
     */
    constructor(id, message, at, params) {
        super(message);
        this.name = 'RenderRefusal';
        this.finding = renderFinding(id, 'error', message, at, params);
    }
}
function renderFinding(id, severity, message, at, params) {
    return {
        id,
        sources: [],
        severity,
        certainty: 'certain',
        message,
        params,
        subject: null,
        at,
        related: []
    };
}
/** One line of a file; of the whole line nobody needs to know the length. */
function lineAt(file, line = 1, column = 1) {
    return { file, start: { line, column }, end: { line, column: column + 1 } };
}
const otherJob = 'Or render it in another job and name the folders with "render: {rendered: {base: …, head: …}}".';

;// CONCATENATED MODULE: ./build/render/folders.js



/**
 * Manifests that another job rendered, from a folder on disk. Links are not followed.
 * @param directory what the folder is relative to
 * @throws RenderRefusal where the folder is not there, holds no manifest, or too much
 */
function renderedFolder(directory, folder, limits) {
    const root = (0,external_node_path_.isAbsolute)(folder) ? folder : (0,external_node_path_.join)(directory, folder);
    const found = [];
    let bytes = 0;
    for (const path of manifestsBelow(root, folder)) {
        const text = regularFile((0,external_node_path_.join)(root, path));
        if (text === null)
            continue;
        bytes += text.length;
        if (found.length >= limits.files || bytes > limits.inputBytes) {
            const message = `${folder} holds more than ${limits.files} files or ${limits.inputBytes} bytes of manifests. Name the folder that holds the mesh alone.`;
            throw new RenderRefusal('render/too-large', message, lineAt(folder), { folder });
        }
        found.push({ text, origin: { tool: 'file', file: path } });
    }
    if (found.length > 0)
        return found;
    const message = `${folder} holds no manifest (.yaml, .yml or .json). Name the folder that the rendering job wrote, and let that job run first.`;
    throw new RenderRefusal('render/missing-folder', message, lineAt(folder), { folder });
}
function manifestsBelow(root, folder) {
    const found = [];
    const open = [''];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const entry of list((0,external_node_path_.join)(root, next), folder)) {
            const path = next === '' ? entry.name : `${next}/${entry.name}`;
            if (entry.isDirectory())
                open.push(path);
            else if (entry.isFile() && /\.(?:ya?ml|json)$/i.test(entry.name))
                found.push(path);
        }
    }
    return found.sort();
}
function list(full, folder) {
    try {
        return (0,external_node_fs_.readdirSync)(full, { withFileTypes: true });
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        const message = `The folder ${folder} of rendered manifests cannot be read (${code}). Let the job that renders run first, and download what it wrote to this path.`;
        throw new RenderRefusal('render/missing-folder', message, lineAt(folder), { folder });
    }
}
/** Null: it is no regular file any more. */
function regularFile(path) {
    const descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | (external_node_fs_.constants.O_NOFOLLOW ?? 0));
    try {
        const { size } = (0,external_node_fs_.fstatSync)(descriptor);
        if (!(0,external_node_fs_.fstatSync)(descriptor).isFile())
            return null;
        const bytes = Buffer.alloc(size);
        const length = (0,external_node_fs_.readSync)(descriptor, bytes, 0, size, 0);
        return bytes.toString('utf8', 0, length);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}

;// CONCATENATED MODULE: ./build/render/limits.js
const renderLimits = {
    seconds: 60,
    outputBytes: 64 * 1024 * 1024,
    memoryBytes: 4 * 1024 * 1024 * 1024,
    files: 20_000,
    inputBytes: 256 * 1024 * 1024,
    parallel: 2
};
/** Of all processors together: only what outlives its clock meets it, for a renderer works on several at a time. */
function processorSeconds(seconds) {
    return Math.ceil(seconds) * 8;
}

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/render/chart-answers.js


/** Functions of templates whose answer is not in git (helm.sh/docs, "Template Function List"; sprig). */
const answers = {
    lookup: 'cluster',
    getHostByName: 'network',
    now: 'chance',
    ago: 'chance',
    uuidv4: 'chance',
    randAlphaNum: 'chance',
    randAlpha: 'chance',
    randNumeric: 'chance',
    randAscii: 'chance',
    randBytes: 'chance',
    randInt: 'chance',
    shuffle: 'chance',
    genPrivateKey: 'chance',
    genCA: 'chance',
    genCAWithKey: 'chance',
    genSelfSignedCert: 'chance',
    genSelfSignedCertWithKey: 'chance',
    genSignedCert: 'chance',
    genSignedCertWithKey: 'chance',
    bcrypt: 'chance',
    htpasswd: 'chance',
    encryptAES: 'chance'
};
const words = {
    cluster: 'asks the cluster, and there is none: here it answers with nothing, so what is applied may differ',
    network: 'asks a name server, and rendering asks no network: here it answers with nothing, so what is applied may differ',
    chance: 'answers differently each time, so what it makes is not the same as what is applied, nor on both sides'
};
const findingIds = {
    cluster: 'render/cluster-lookup',
    network: 'render/network-lookup'
};
/**
 * Calls in a chart's templates that git alone cannot answer. Helm renders them all the same, so without a word they
 * would pass for what is applied. Templates that make nothing but Secrets are left out: their content is never compared.
 */
function unanswerable(files) {
    const findings = [];
    const unknown = [];
    const chance = [];
    for (const [file, bytes] of files) {
        const text = templateText(file, bytes);
        if (text === null || onlySecrets(text))
            continue;
        const told = new Set();
        for (const { name, offset } of calls(text)) {
            if (told.has(name))
                continue;
            told.add(name);
            const asks = answers[name] ?? 'chance';
            // Lines of an archive are nobody's.
            const at = file.endsWith('.tgz') ? lineAt(file) : placeOf(file, text, offset);
            const message = `${file} calls ${name}, which ${words[asks]}.`;
            const draft = { reason: 'render', message, subject: null, at };
            if (asks === 'chance') {
                chance.push(draft);
                continue;
            }
            unknown.push(draft);
            const cure = `${message} Give the value in a values file, or suppress this where it does not matter.`;
            findings.push(renderFinding(findingIds[asks], 'warning', cure, at, { file, function: name }));
        }
    }
    return { findings, unknown, chance };
}
const archiveBytes = 64 * 1024 * 1024;
/** A template, or all files of an archived chart as one text; null for anything else. */
function templateText(file, bytes) {
    if (/(?:^|\/)templates\//.test(file))
        return new TextDecoder().decode(bytes);
    if (!/(?:^|\/)charts\/[^/]+\.tgz$/.test(file))
        return null;
    try {
        return (0,external_node_zlib_.gunzipSync)(bytes, { maxOutputLength: archiveBytes }).toString('latin1');
    }
    catch {
        // Broken or too large: helm has refused it before this is asked.
        return null;
    }
}
function onlySecrets(text) {
    const kinds = [...text.matchAll(/^\s*kind:\s*["']?([\w-]+)/gm)].map(([, kind]) => kind);
    return kinds.length > 0 && kinds.every(kind => kind === 'Secret');
}
const action = /\{\{(?!-?\s*\/\*)([\s\S]*?)\}\}/g;
const word = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|(?<![.\w$])[A-Za-z]\w*/g;
function* calls(text) {
    for (const { 1: inner = '', index } of text.matchAll(action)) {
        for (const { 0: name, index: at } of inner.matchAll(word)) {
            if (Object.hasOwn(answers, name))
                yield { name, offset: index + 2 + at };
        }
    }
}
function placeOf(file, text, offset) {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    return lineAt(file, line, offset - (before.lastIndexOf('\n') + 1) + 1);
}

;// CONCATENATED MODULE: ./build/render/complaint.js


function failureFinding(failure) {
    const { tool, ended, limits, subject, message } = failure;
    const at = complaint_placeOf(failure);
    switch (ended.how) {
        case 'time':
            return renderFinding('render/timeout', 'error', `${tool} had not finished ${subject} after ${limits.seconds} seconds and was stopped. Look for a template that loops. ${otherJob}`, at, { subject });
        case 'output':
            return renderFinding('render/too-large', 'error', `${tool} wrote more than ${limits.outputBytes} bytes for ${subject} and was stopped. Look for a template that loops. ${otherJob}`, at, { subject });
        case 'killed':
            return renderFinding('render/out-of-bounds', 'error', `${tool} was ended by the system while it rendered ${subject}: it used more memory or processor time than a renderer may (${limits.memoryBytes} bytes, ${processorSeconds(limits.seconds)} seconds). ${otherJob}`, at, { subject });
        case 'exit': {
            if (/out of memory|cannot allocate memory|failed to (?:create new OS thread|reserve)/i.test(ended.stderr)) {
                return failureFinding({ ...failure, ended: { ...ended, how: 'killed' } });
            }
            const said = firstWords(message);
            return renderFinding('render/failed', 'error', `${tool} could not render ${subject}: ${said === '' ? `exit code ${ended.code}` : said}`, at, { subject, said: said.replace(/\b\d+\b/g, '') });
        }
    }
}
/** The last part is the cause, the ones before say how kustomize got there. */
function firstWords(message) {
    const plain = message
        .replace(/^Error: /, '')
        .replace(/\n\nUse --debug flag[\s\S]*$/, '')
        .replace(/\s+/g, ' ')
        .trim();
    return plain.length > 600 ? `${plain.slice(0, 597)}…` : plain;
}
/** Helm: `(shop/templates/a.yaml:3:7)`, `template: shop/templates/a.yaml:3:7:`. kustomize: `in File: a.yaml`. */
function complaint_placeOf({ message, fileOf, subject }) {
    for (const { 1: path = '', 2: line, 3: column } of message.matchAll(/([\w.@+-][\w./@+-]*\.[A-Za-z]{2,6})(?::(\d+))?(?::(\d+))?/g)) {
        const file = fileOf(path);
        if (file === null)
            continue;
        return lineAt(file, Math.max(1, Number(line ?? 1)), Math.max(1, Number(column ?? 0) + 1));
    }
    return lineAt(subject);
}

;// CONCATENATED MODULE: ./build/render/environment.js


/**
 * All that a renderer finds in its environment: empty folders of its own instead of the user's plugins, repositories,
 * caches and clusters; no PATH, so no git, shell or plugin to start; proxies that lead nowhere.
 */
function rendererEnvironment(home, limits) {
    const folder = (name) => {
        const path = (0,external_node_path_.join)(home, name);
        (0,external_node_fs_.mkdirSync)(path, { recursive: true });
        return path;
    };
    const nowhere = 'http://127.0.0.1:9';
    return {
        HOME: folder('user'),
        TMPDIR: folder('tmp'),
        PATH: folder('empty'),
        XDG_CONFIG_HOME: folder('config'),
        XDG_CACHE_HOME: folder('cache'),
        XDG_DATA_HOME: folder('share'),
        HELM_PLUGINS: folder('plugins'),
        HELM_CONFIG_HOME: folder('helm-config'),
        HELM_CACHE_HOME: folder('helm-cache'),
        HELM_DATA_HOME: folder('helm-data'),
        KUBECONFIG: (0,external_node_path_.join)(home, 'no-cluster'),
        KUSTOMIZE_PLUGIN_HOME: folder('kustomize-plugins'),
        HTTP_PROXY: nowhere,
        HTTPS_PROXY: nowhere,
        http_proxy: nowhere,
        https_proxy: nowhere,
        GOMEMLIMIT: `${Math.floor((limits.memoryBytes * 3) / 4)}`,
        LC_ALL: 'C',
        TZ: 'UTC'
    };
}

;// CONCATENATED MODULE: ./build/render/helm.js
/**
 * `helm template`: no cluster, no hooks that are tests, no post-renderer, no name server (`--enable-dns` is off unless
 * it is given), no repository (every dependency lies in `charts/`).
 */
function helmArguments(step, namespace) {
    const args = ['template', step.release, `./${step.chart}`, '--namespace', namespace];
    args.push('--skip-tests', '--include-crds');
    for (const file of step.values)
        args.push('--values', file);
    for (const [path, value] of Object.entries(step.set)) {
        args.push('--set-json', `${path}=${JSON.stringify(value)}`);
    }
    if (step.kubeVersion !== null)
        args.push('--kube-version', step.kubeVersion);
    for (const api of step.apiVersions)
        args.push('--api-versions', api);
    return args;
}
/** What helm wrote, one document each, with the template that its comment names. */
function helmDocuments(output, chart) {
    const found = [];
    for (const text of output.split(/^---[ \t]*\r?\n/m)) {
        if (text.trim() === '')
            continue;
        // The first line is helm's own; the template could have written any other.
        const source = /^# Source: (.+)$/m.exec(text.slice(0, text.indexOf('\n')))?.[1] ?? '';
        found.push({ text, origin: { tool: 'helm', ...templateOf(source.trim(), chart) } });
    }
    return found;
}
/** `shop/charts/library/templates/a.yaml` → its file in the repository, and the charts on the way. */
function templateOf(source, root) {
    const segments = source.split('/');
    const names = [];
    let chart = root;
    let rest = segments.slice(1);
    while (rest[0] === 'charts' && rest.length > 2) {
        const name = rest[1] ?? '';
        names.push(name);
        chart = chart?.below.get(name);
        rest = rest.slice(2);
    }
    if (chart === undefined || rest.length === 0)
        return { template: null, chart: names };
    const folder = chart.folder === '' ? '' : `${chart.folder}/`;
    return { template: `${folder}${rest.join('/')}`, chart: names };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/render/hidden.js

const HIDDEN = '[hidden]';
/** Names of settings whose value is a credential. */
const secretName = /pass|secret|token|key|credential|cert|auth|private|signature|salt|pin$|dsn|connection|license/i;
/** Looks like one: long, no space, letters and digits mixed. */
const secretShape = /^(?=[^\s]{20,}$)(?=.*[A-Za-z])(?=.*\d)(?!.*[/:]{1}.*[/:]{1})/;
/**
 * What a renderer says may quote a value; those that are, or look like, credentials in the files that it was given
 * are taken out before anybody sees it. Also as base64, as templates write them.
 */
function hideSecrets(message, files) {
    if (message === '')
        return message;
    const secrets = new Set();
    for (const bytes of files)
        for (const secret of secretsOf(bytes))
            secrets.add(secret);
    let hidden = message;
    for (const secret of [...secrets].sort((a, b) => b.length - a.length)) {
        const encoded = Buffer.from(secret).toString('base64').replace(/=+$/, '');
        for (const form of [secret, encoded, JSON.stringify(secret).slice(1, -1)]) {
            hidden = hidden.replaceAll(form, HIDDEN);
        }
    }
    return hidden;
}
function* secretsOf(bytes) {
    const found = [];
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    }
    catch {
        // Not text, so nothing of it is quoted as a value.
        return;
    }
    const documents = (0,dist/* parseAllDocuments */.hR)(text, { prettyErrors: false });
    if (!Array.isArray(documents))
        return;
    for (const document of documents) {
        (0,dist/* visit */.YR)(document, {
            Scalar(position, node, path) {
                const value = position === 'key' ? null : node.value;
                if (typeof value !== 'string' && typeof value !== 'number')
                    return;
                const written = String(value);
                const named = path.some(above => (0,dist/* isPair */.tO)(above) && (0,dist/* isScalar */.jn)(above.key) && secretName.test(String(above.key.value)));
                const inSecret = path.some(above => (0,dist/* isMap */.jh)(above) && above.get('kind') === 'Secret');
                if (written.length >= 4 && (named || inSecret))
                    found.push(written);
                else if (secretShape.test(written))
                    found.push(written);
            }
        });
    }
    yield* found;
}

;// CONCATENATED MODULE: ./build/render/kustomize.js


/** The arguments that build a kustomization: built-in behaviour alone, files below their kustomization alone. */
function kustomizeArguments({ path }) {
    return ['build', '--load-restrictor', 'LoadRestrictionsRootOnly', path === '' ? '.' : path];
}
/** The kustomization that is built, with the annotations asked for that say where each object comes from. */
function withOrigins(kustomization) {
    const text = new TextDecoder().decode(kustomization);
    const document = (0,dist/* parseDocument */.Tp)(text);
    if (document.errors.length > 0)
        return kustomization;
    const known = document.toJS({ maxAliasCount: 100 })?.buildMetadata;
    const asked = new Set(Array.isArray(known) ? known.map(String) : []);
    if (asked.has('originAnnotations'))
        return kustomization;
    document.set('buildMetadata', [...asked, 'originAnnotations']);
    return new TextEncoder().encode(document.toString());
}
/**
 * What kustomize wrote, one document each, without the annotations that were asked for.
 * @param root the folder that was built
 * @param keep the kustomization asked for the annotations itself, so they are part of what is applied
 */
function kustomizeDocuments(output, root, kustomization, keep) {
    const found = [];
    for (const written of output.split(/^---\n/m)) {
        if (written.trim() === '')
            continue;
        const { text, origin } = takeOrigin(written);
        const path = /^ {6}path: (.+)$/m.exec(origin)?.[1];
        const configured = /^ {6}configuredIn: (.+)$/m.exec(origin)?.[1];
        const resource = path === undefined ? null : fromRoot(root, path);
        const by = configured === undefined ? null : fromRoot(root, configured);
        found.push({
            text: keep ? written : text,
            origin: { tool: 'kustomize', resource, kustomization: by ?? kustomization }
        });
    }
    return found;
}
function fromRoot(root, path) {
    const whole = external_node_path_.posix.normalize(external_node_path_.posix.join(root === '' ? '.' : root, path));
    return whole.startsWith('../') ? null : whole;
}
const annotation = /^ {4}config\.kubernetes\.io\/origin: \|\n(?: {6}.*\n?|\n)*/m;
/** kustomize writes keys in order and by two spaces, so the annotation is where it is looked for or nowhere. */
function takeOrigin(text) {
    const start = text.search(/^metadata:$/m);
    if (start < 0)
        return { text, origin: '' };
    const rest = text.slice(start);
    const length = rest.search(/\n\S/);
    const metadata = length < 0 ? rest : rest.slice(0, length + 1);
    const found = annotation.exec(metadata);
    if (found === null)
        return { text, origin: '' };
    const without = metadata.replace(annotation, '').replace(/^ {2}annotations:\n(?! {4})/m, '');
    return { text: text.slice(0, start) + without + rest.slice(metadata.length), origin: found[0] };
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/render/process.js



const stderrBytes = 64 * 1024;
/**
 * Runs a program without a shell of its own, without standard input, in bounded time, memory and output, and where the
 * system lets us without any network interface. Its whole process group ends with it.
 */
function runBounded(program, args, { cwd, env, limits }) {
    const [first = program, ...rest] = [
        ...withoutNetwork(),
        ...withinMemory(limits),
        program,
        ...args
    ];
    return new Promise((resolve, reject) => {
        const child = (0,external_node_child_process_.spawn)(first, rest, {
            cwd,
            env,
            stdio: ['ignore', 'pipe', 'pipe'],
            detached: process.platform !== 'win32',
            windowsHide: true
        });
        const stdout = [];
        const stderr = [];
        let written = 0;
        let complained = 0;
        let how = 'exit';
        const end = (reason) => {
            if (how !== 'exit')
                return;
            how = reason;
            killGroup(child.pid);
        };
        const timer = setTimeout(() => end('time'), limits.seconds * 1000);
        child.stdout.on('data', (chunk) => {
            written += chunk.length;
            if (written > limits.outputBytes)
                end('output');
            else
                stdout.push(chunk);
        });
        child.stderr.on('data', (chunk) => {
            if (complained < stderrBytes)
                stderr.push(chunk.subarray(0, stderrBytes - complained));
            complained += chunk.length;
        });
        child.on('error', error => {
            clearTimeout(timer);
            reject(error);
        });
        child.on('close', (code, signal) => {
            clearTimeout(timer);
            // What it started may outlive it.
            killGroup(child.pid);
            resolve({
                how: how === 'exit' && signal !== null ? 'killed' : how,
                code,
                stdout: Buffer.concat(stdout),
                stderr: Buffer.concat(stderr).toString('utf8').trim()
            });
        });
    });
}
function killGroup(pid) {
    if (pid === undefined)
        return;
    try {
        process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    }
    catch {
        // Every process of the group has ended.
    }
}
let networkless;
/**
 * A network namespace with nothing in it, as an unprivileged user where the kernel allows that. Where it does not,
 * what could ask the network was refused before anything runs, and no program that could fetch is on the path.
 */
function withoutNetwork() {
    if (networkless !== undefined)
        return networkless;
    networkless = [];
    if (process.platform !== 'linux')
        return networkless;
    const unshare = ['/usr/bin/unshare', '/bin/unshare'].find(path => (0,external_node_fs_.existsSync)(path));
    if (unshare === undefined)
        return networkless;
    for (const flags of ['-rn', '-n']) {
        const probe = (0,external_node_child_process_.spawnSync)(unshare, [flags, '--', '/bin/sh', '-c', ':'], {
            env: {},
            stdio: 'ignore',
            timeout: 5000
        });
        if (probe.status === 0) {
            networkless = [unshare, flags, '--'];
            break;
        }
    }
    return networkless;
}
/** Whether renderers run where there is no network interface. */
function isNetworkless() {
    return withoutNetwork().length > 0;
}
/** Limits that the system keeps; those that it does not know (address space on macOS) are left out. */
function withinMemory({ memoryBytes, seconds }) {
    if (process.platform === 'win32')
        return [];
    const limit = `ulimit -v ${Math.floor(memoryBytes / 1024)} 2>/dev/null; ulimit -t ${processorSeconds(seconds)} 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$0" "$@"`;
    return ['/bin/sh', '-c', limit];
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/render/scratch.js




/** @param parent a folder for temporary files, `RUNNER_TEMP` on a runner */
function openScratch(parent) {
    const root = (0,external_node_fs_.realpathSync)((0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(parent || (0,external_node_os_.tmpdir)(), 'meshproof-render-')));
    const files = (0,external_node_path_.join)(root, 'files');
    const home = (0,external_node_path_.join)(root, 'home');
    (0,external_node_fs_.mkdirSync)(files);
    (0,external_node_fs_.mkdirSync)(home);
    return { files, home, remove: () => (0,external_node_fs_.rmSync)(root, { recursive: true, force: true }) };
}
/**
 * Writes files by their path.
 * @param executable for a command, which may be a script among them
 * @throws RenderRefusal where they are more than may be rendered from
 */
function fillScratch(scratch, files, limits, subject, executable) {
    let bytes = 0;
    for (const content of files.values())
        bytes += content.length;
    if (files.size > limits.files || bytes > limits.inputBytes) {
        throw new RenderRefusal('render/too-large', `${subject} has ${files.size} files with ${bytes} bytes; at most ${limits.files} files with ${limits.inputBytes} bytes are rendered from. Keep what is not rendered out of the folder. ${otherJob}`, lineAt(subject), { subject });
    }
    const made = new Set();
    for (const [path, content] of files) {
        const full = (0,external_node_path_.join)(scratch.files, path);
        const folder = (0,external_node_path_.dirname)(full);
        if (!made.has(folder))
            (0,external_node_fs_.mkdirSync)(folder, { recursive: true });
        made.add(folder);
        (0,external_node_fs_.writeFileSync)(full, content, { mode: executable ? 0o700 : 0o600, flag: 'wx' });
    }
}

;// CONCATENATED MODULE: ./build/render/run.js









/** Renders one side. A renderer that fails gives a side without documents and a finding that says why. */
async function runStep(run) {
    const { step, sources, scratch, limits } = run;
    const subject = subjectOf(step);
    fillScratch(scratch, sources.placed, limits, subject, step.kind === 'command');
    const ended = await start(run);
    const none = {
        documents: [],
        sources: sources.files,
        settings: sources.settings,
        unknown: [],
        findings: [],
        failed: true
    };
    if (ended.how !== 'exit' || ended.code !== 0) {
        const said = ended.stderr.replaceAll(`${scratch.files}/`, '').replaceAll(scratch.files, '.');
        const tool = step.kind === 'command' ? (step.run[0] ?? 'the command') : step.kind;
        const message = hideSecrets(said, sources.placed.values());
        const fileOf = (written) => fileNamed(written, run);
        return {
            ...none,
            findings: [failureFinding({ tool, ended, limits, subject, message, fileOf })]
        };
    }
    const documents = documentsOf(step, sources, ended.stdout.toString('utf8'));
    if (documents.length === 0)
        return { ...none, ...nothingWritten(subject), failed: false };
    if (step.kind !== 'helm')
        return { ...none, documents, failed: false };
    const { findings, unknown, chance } = unanswerable(sources.files);
    const varies = chance.length > 0 && (await isDifferent(run, documents));
    return {
        ...none,
        documents,
        findings,
        unknown: varies ? [...unknown, ...chance] : unknown,
        failed: false
    };
}
/** A renderer that is content and writes nothing is no proof that nothing changed. */
function nothingWritten(subject) {
    const at = lineAt(subject);
    const message = `${subject} renders to nothing: no object was written. Give the values that it needs, or correct its path in the configuration.`;
    return {
        findings: [renderFinding('render/nothing-rendered', 'warning', message, at, { subject })],
        unknown: [{ reason: 'render', message, subject: null, at }]
    };
}
/** The file or folder that stands for the whole step in messages. */
function subjectOf(step) {
    if (step.kind === 'command')
        return step.run.join(' ');
    const path = step.kind === 'helm' ? step.chart : step.path;
    if (step.kind === 'helm')
        return path === '' ? 'Chart.yaml' : `${path}/Chart.yaml`;
    return path === '' ? 'kustomization.yaml' : `${path}/kustomization.yaml`;
}
function start({ step, scratch, tool, namespace, limits }) {
    const env = rendererEnvironment(scratch.home, limits);
    const launch = { cwd: scratch.files, env, limits };
    if (step.kind === 'kustomize')
        return runBounded(tool, kustomizeArguments(step), launch);
    if (step.kind === 'helm')
        return runBounded(tool, helmArguments(step, namespace), launch);
    const [program = '', ...args] = step.run;
    // `env` finds the program on that PATH, or among the files.
    return runBounded('/usr/bin/env', [program, ...args], { ...launch, env: { ...env, PATH: tool } });
}
function documentsOf(step, sources, output) {
    if (step.kind === 'helm')
        return sources.chart === null ? [] : helmDocuments(output, sources.chart);
    if (step.kind === 'command') {
        if (output.trim() === '')
            return [];
        return [{ text: output, origin: { tool: 'file', file: step.run.join(' ') } }];
    }
    const kustomization = sources.settings[0]?.file ?? subjectOf(step);
    const own = sources.files.get(kustomization);
    const asked = /originAnnotations/.test(new TextDecoder().decode(own));
    return kustomizeDocuments(output, step.path, kustomization, asked);
}
/** Whether a second rendering of the same files says something else, Secrets aside. */
async function isDifferent(run, documents) {
    const again = await start(run);
    const second = documentsOf(run.step, run.sources, again.stdout.toString('utf8'));
    return (second.length !== documents.length ||
        documents.some(({ text }, index) => !isSecret(text) && text !== second[index]?.text));
}
function isSecret(text) {
    return /^kind:[ \t]*["']?Secret["']?[ \t]*$/m.test(text);
}
/** A path in a message of the renderer as a file of the repository. */
function fileNamed(written, { step, sources }) {
    if (sources.chart !== null) {
        const { template } = templateOf(written, sources.chart);
        if (template !== null && sources.files.has(template))
            return template;
    }
    const path = written.replace(/^(?:\.\/)+/, '');
    if (sources.files.has(path))
        return path;
    if (step.kind !== 'kustomize')
        return null;
    const ends = [...sources.files.keys()].filter(file => file.endsWith(`/${path}`));
    return ends.length === 1 ? (ends[0] ?? null) : null;
}

;// CONCATENATED MODULE: ./build/render/tree.js


const gitlink = '160000';
const symlink = '120000';
/** One side's files by path, with the folders that they make. Paths have no slash at either end; the root is `''`. */
class Tree {
    #source;
    #modes;
    #folders;
    constructor(source, modes) {
        this.#source = source;
        this.#modes = modes;
        this.#folders = new Map([['', []]]);
        for (const path of modes.keys())
            this.#place(path);
    }
    static async of(source) {
        return new Tree(source, await source.entries());
    }
    #place(path) {
        let child = path;
        for (;;) {
            const slash = child.lastIndexOf('/');
            const folder = slash < 0 ? '' : child.slice(0, slash);
            const known = this.#folders.get(folder);
            if (known !== undefined) {
                known.push(child);
                return;
            }
            this.#folders.set(folder, [child]);
            child = folder;
        }
    }
    entry(path) {
        const mode = this.#modes.get(path)?.mode;
        if (mode === undefined)
            return this.#folders.has(path) ? 'folder' : null;
        return mode === symlink ? 'link' : mode === gitlink ? 'submodule' : 'file';
    }
    /** The topmost link or submodule that a path leads through or ends in. */
    obstacle(path) {
        const segments = path.split('/');
        for (let length = 1; length <= segments.length; length++) {
            const part = segments.slice(0, length).join('/');
            const what = this.entry(part);
            if (what === 'link' || what === 'submodule')
                return { path: part, what };
        }
        return null;
    }
    /** Every file and link below a folder, in code-unit order. */
    below(folder) {
        const found = [];
        const open = [folder];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            for (const child of this.#folders.get(next) ?? []) {
                if (this.#modes.has(child))
                    found.push(child);
                else
                    open.push(child);
            }
        }
        return found.sort();
    }
    /** Names directly in a folder. */
    children(folder) {
        return [...(this.#folders.get(folder) ?? [])].sort();
    }
    /** @throws RenderRefusal where a file has no content that could be rendered */
    async read(paths) {
        const found = new Map();
        for (const [path, content] of await this.#source.read(paths)) {
            if (!('refused' in content))
                found.set(path, content);
            else {
                throw new RenderRefusal('render/unreadable', `${path} is needed for rendering and cannot be read: ${content.refused}.`, lineAt(path), { file: path, why: content.refused });
            }
        }
        return found;
    }
    async text(path) {
        return new TextDecoder().decode((await this.read([path])).get(path));
    }
    /** Where a link leads, as a path of the repository; null: out of it. */
    async target(link) {
        const written = await this.text(link);
        return written.startsWith('/') ? null : inside(external_node_path_.posix.dirname(link), written);
    }
}
/** A path as written in a file of a folder; null where it leaves the repository or is absolute. */
function inside(folder, written) {
    if (written.startsWith('/') || /^[A-Za-z]:/.test(written) || written.includes('\\'))
        return null;
    const path = external_node_path_.posix.normalize(external_node_path_.posix.join(folder === '' ? '.' : folder, written));
    if (path === '..' || path.startsWith('../'))
        return null;
    return path === '.' ? '' : path.replace(/\/$/, '');
}
function isBelow(path, folder) {
    return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
function nameOf(path) {
    return path === '' ? 'the root of the repository' : path;
}

;// CONCATENATED MODULE: ./build/render/yaml-places.js
var _a;


/** A YAML map whose keys can be asked for with their places; anything else has no keys. */
class YamlPlaces {
    #file;
    #lines;
    #node;
    constructor(file, lines, node) {
        this.#file = file;
        this.#lines = lines;
        this.#node = node;
    }
    /** One per document; documents with errors are left out, since the renderer tells of them in its own words. */
    static of(file, text) {
        const lines = new dist/* LineCounter */.HN();
        const documents = (0,dist/* parseAllDocuments */.hR)(text, { lineCounter: lines, prettyErrors: false });
        if (!Array.isArray(documents))
            return [];
        return documents
            .filter(document => document.errors.length === 0)
            .map(document => new _a(file, lines, document.contents));
    }
    get(key) {
        return this.#with((0,dist/* isMap */.jh)(this.#node) ? this.#node.get(key, true) : undefined);
    }
    keys() {
        if (!(0,dist/* isMap */.jh)(this.#node))
            return [];
        return this.#node.items.map(({ key }) => ((0,dist/* isScalar */.jn)(key) ? String(key.value) : ''));
    }
    /** Items of a list; none where it is no list. */
    items() {
        return (0,dist/* isSeq */.oP)(this.#node) ? this.#node.items.map(item => this.#with(item)) : [];
    }
    /** A scalar as text; null where it is none. */
    text() {
        const value = (0,dist/* isScalar */.jn)(this.#node) ? this.#node.value : null;
        return value === null || typeof value === 'object' ? null : String(value);
    }
    written() {
        const text = this.text();
        return text === null ? null : { text, at: this.at() };
    }
    isPresent() {
        return this.#node !== undefined && this.#node !== null;
    }
    at() {
        // Nodes of a parsed document have ranges.
        const range = this.#node?.range;
        if (range === undefined || range === null)
            return lineAt(this.#file);
        const start = this.#lines.linePos(range[0]);
        const end = this.#lines.linePos(Math.max(range[0] + 1, range[1]));
        return {
            file: this.#file,
            start: { line: start.line, column: start.col },
            end: { line: end.line, column: end.col }
        };
    }
    #with(node) {
        return new _a(this.#file, this.#lines, node);
    }
}
_a = YamlPlaces;

;// CONCATENATED MODULE: ./build/render/chart.js




const depthLimit = 16;
/**
 * Collects a chart and its local dependencies: those in its `charts/`, and those that it names by `file://`, which are
 * put where `helm dependency build` would put them.
 * @throws RenderRefusal for a dependency of a repository, a link that leaves the chart, a path outside
 */
async function chartSources(tree, folder) {
    const search = new Search(tree);
    const chart = await search.place(folder, folder, []);
    const { placed, files, defaults } = search;
    return { chart, placed, files, defaults };
}
class Search {
    placed = new Map();
    files = new Map();
    defaults = [];
    #tree;
    constructor(tree) {
        this.#tree = tree;
    }
    /** @param at where helm finds it */
    async place(folder, at, scope) {
        const description = join(folder, 'Chart.yaml');
        if (this.#tree.entry(description) !== 'file') {
            const message = `${nameOf(folder)} is used as a Helm chart and holds no Chart.yaml. Correct the path.`;
            throw new RenderRefusal('render/missing-chart', message, lineAt(folder || '.'), { folder });
        }
        await this.#copy(folder, at);
        const values = join(folder, 'values.yaml');
        if (this.files.has(values))
            this.defaults.push({ file: values, scope });
        return this.#described(folder, at, scope);
    }
    async #described(folder, at, scope) {
        const description = join(folder, 'Chart.yaml');
        const [own] = this.#read(description);
        const name = own?.get('name').text() ?? external_node_path_.posix.basename(folder);
        const below = new Map();
        const vendored = await this.#vendored(folder, at, scope);
        const named = new Set();
        const requirements = this.#read(join(folder, 'requirements.yaml'));
        for (const document of [own, ...requirements]) {
            for (const dependency of document?.get('dependencies').items() ?? []) {
                const dependencyName = dependency.get('name').text() ?? '';
                const key = dependency.get('alias').text() ?? dependencyName;
                named.add(dependencyName);
                const known = vendored.get(dependencyName);
                const chart = known ?? (await this.#dependency(dependency, folder, at, [...scope, key]));
                if (chart !== null)
                    below.set(key, chart);
            }
        }
        for (const [chartName, chart] of vendored) {
            if (chart !== null && !named.has(chartName))
                below.set(chartName, chart);
        }
        return { name, folder, below };
    }
    /** Charts in `charts/`; null for one in an archive, whose files have no lines here. */
    async #vendored(folder, at, scope) {
        const found = new Map();
        const charts = join(folder, 'charts');
        for (const child of this.#tree.children(charts)) {
            const archive = /^(.+?)-v?\d[^/]*\.tgz$/.exec(external_node_path_.posix.basename(child));
            if (archive?.[1] !== undefined)
                found.set(archive[1], null);
            if (this.#tree.entry(join(child, 'Chart.yaml')) !== 'file')
                continue;
            if (scope.length > depthLimit)
                throw tooDeep(folder);
            const [own] = this.#read(join(child, 'Chart.yaml'));
            const name = own?.get('name').text() ?? external_node_path_.posix.basename(child);
            const inner = [...scope, name];
            const values = join(child, 'values.yaml');
            if (this.files.has(values))
                this.defaults.push({ file: values, scope: inner });
            found.set(name, await this.#described(child, join(at, `charts/${external_node_path_.posix.basename(child)}`), inner));
        }
        return found;
    }
    async #dependency(dependency, folder, at, scope) {
        const name = dependency.get('name').text() ?? '';
        const repository = dependency.get('repository').text() ?? '';
        const local = /^file:\/\/(.*)$/.exec(repository)?.[1];
        const place = dependency.get('name').at();
        if (local === undefined) {
            const from = repository === '' ? 'a repository' : repository;
            const message = `The chart ${nameOf(folder)} depends on ${name} from ${from}, and its charts/ does not hold it: rendering asks no network. Run \`helm dependency build ${folder}\` and commit charts/. ${otherJob}`;
            throw new RenderRefusal('render/missing-dependency', message, place, { dependency: name });
        }
        const path = inside(folder, local);
        if (path === null) {
            const message = `The chart ${nameOf(folder)} depends on ${repository}, which is outside of this repository. Copy that chart into it. ${otherJob}`;
            throw new RenderRefusal('render/outside-folder', message, place, { dependency: name });
        }
        if (scope.length > depthLimit || isBelow(folder, path))
            throw tooDeep(folder);
        return this.place(path, join(at, `charts/${external_node_path_.posix.basename(path)}`), scope);
    }
    async #copy(folder, at) {
        const from = new Map();
        for (const path of this.#tree.below(folder)) {
            const isLink = this.#tree.entry(path) === 'link';
            const files = isLink ? await this.#followed(path, folder) : [[path, path]];
            for (const [placed, source] of files)
                from.set(placed, source);
        }
        const contents = await this.#tree.read([...new Set(from.values())]);
        for (const [path, source] of from) {
            const bytes = contents.get(source);
            if (bytes === undefined)
                continue;
            this.files.set(source, bytes);
            this.placed.set(join(at, folder === '' ? path : path.slice(folder.length + 1)), bytes);
        }
    }
    /** Files that a link stands for, with their own paths: helm follows links, and here only those that stay in the chart. */
    async #followed(link, folder) {
        const target = await this.#tree.target(link);
        if (target === null || !isBelow(target, folder) || isBelow(link, target)) {
            const message = `${link} is a symbolic link that leaves the chart ${nameOf(folder)}, so it is not followed. Put the file in its place.`;
            throw new RenderRefusal('render/symlink', message, lineAt(link), { link });
        }
        if (this.#tree.entry(target) === 'file')
            return [[link, target]];
        const found = this.#tree.below(target);
        if (found.length > 0 && found.every(path => this.#tree.entry(path) === 'file')) {
            return found.map(path => [link + path.slice(target.length), path]);
        }
        const message = `${link} is a symbolic link to ${target}, which is not a file or a folder of files. Put the file in its place.`;
        throw new RenderRefusal('render/symlink', message, lineAt(link), { link });
    }
    #read(path) {
        const bytes = this.files.get(path);
        return bytes === undefined ? [] : YamlPlaces.of(path, new TextDecoder().decode(bytes));
    }
}
function tooDeep(folder) {
    const message = `The chart ${nameOf(folder)} depends on itself, or on charts more than ${depthLimit} deep.`;
    return new RenderRefusal('render/missing-dependency', message, lineAt(join(folder, 'Chart.yaml')), {
        folder
    });
}
function join(folder, name) {
    return folder === '' ? name : `${folder}/${name}`;
}

;// CONCATENATED MODULE: ./build/render/kustomize-sources.js



/** kustomize api/konfig: the names of a kustomization file; two of them in one folder are an error of its own. */
const names = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/** kustomize api/types/kustomization.go: fields whose entries may be folders, so may lead out of their own. */
const folderFields = ['resources', 'bases', 'components'];
const pluginFields = ['generators', 'transformers', 'validators'];
const fileListFields = ['crds', 'configurations', 'patchesStrategicMerge'];
const pathListFields = ['patches', 'patchesJson6902', 'replacements'];
const generatorFields = ['configMapGenerator', 'secretGenerator'];
const chartFields = ['helmCharts', 'helmChartInflationGenerator'];
const folderLimit = 1000;
/**
 * Follows a kustomization to all that it uses, by reading alone: nothing has run when something is refused.
 * @throws RenderRefusal for what would need the network, a plugin or a file outside, at its place
 */
async function kustomizeSources(tree, root) {
    return new kustomize_sources_Search(tree).of(root);
}
function kustomizationIn(tree, folder) {
    for (const name of names) {
        const path = folder === '' ? name : `${folder}/${name}`;
        if (tree.entry(path) === 'file')
            return path;
    }
    return null;
}
class kustomize_sources_Search {
    #tree;
    #files = new Map();
    #kustomizations = [];
    #seen = new Set();
    constructor(tree) {
        this.#tree = tree;
    }
    async of(root) {
        await this.#folder(root, lineAt(root === '' ? '.' : root));
        return { files: this.#files, kustomizations: this.#kustomizations };
    }
    async #folder(folder, from) {
        if (this.#seen.has(folder))
            return;
        this.#seen.add(folder);
        const file = kustomizationIn(this.#tree, folder);
        if (file === null) {
            const message = `${nameOf(folder)} is used as a kustomization and holds none of ${names.join(', ')}. Correct the path.`;
            throw new RenderRefusal('render/missing-kustomization', message, from, { folder });
        }
        if (this.#seen.size > folderLimit) {
            const message = `More than ${folderLimit} kustomizations are used. ${otherJob}`;
            throw new RenderRefusal('render/too-large', message, from, { folder });
        }
        this.#kustomizations.push(file);
        await this.#take(file);
        const text = new TextDecoder().decode(this.#files.get(file));
        for (const document of YamlPlaces.of(file, text))
            await this.#fields(document, folder);
    }
    async #fields(document, folder) {
        for (const field of chartFields) {
            if (document.get(field).isPresent())
                throw chartRefusal(field, document.get(field).at());
        }
        for (const field of folderFields) {
            for (const entry of document.get(field).items())
                await this.#entry(entry, folder);
        }
        for (const field of pluginFields) {
            for (const entry of document.get(field).items())
                await this.#plugin(entry, folder);
        }
        const files = [];
        for (const field of fileListFields) {
            for (const entry of document.get(field).items())
                files.push(entry.written());
        }
        for (const field of pathListFields) {
            for (const entry of document.get(field).items())
                files.push(entry.get('path').written());
        }
        files.push(document.get('openapi').get('path').written());
        for (const field of generatorFields) {
            for (const generator of document.get(field).items()) {
                for (const list of ['files', 'envs']) {
                    for (const entry of generator.get(list).items())
                        files.push(unkeyed(entry.written()));
                }
                files.push(generator.get('env').written());
            }
        }
        for (const written of files) {
            // A patch in place of a file's name.
            if (written !== null && !written.text.includes('\n'))
                await this.#file(written, folder);
        }
    }
    /** A file, or a folder that is built in its place. */
    async #entry(entry, folder) {
        const written = entry.written();
        if (written === null || written.text.includes('\n'))
            return null;
        const path = this.#path(written, folder);
        if (this.#tree.entry(path) === 'folder') {
            await this.#folder(path, written.at);
            return null;
        }
        await this.#takeNear(path, written, folder);
        return path;
    }
    async #plugin(entry, folder) {
        const written = entry.written();
        if (written === null)
            return;
        if (written.text.includes('\n')) {
            refusePlugins(written.text, written.at.file, written.at);
            return;
        }
        const before = new Set(this.#files.keys());
        const path = await this.#entry(entry, folder);
        // A folder of plugins is a kustomization of its own, with them as its resources.
        const used = path === null ? this.#pluginFiles(this.#path(written, folder), before) : [path];
        for (const one of used) {
            refusePlugins(new TextDecoder().decode(this.#files.get(one)), one, null);
        }
    }
    #pluginFiles(folder, before) {
        const used = [...this.#files.keys()];
        const own = used.filter(path => !before.has(path) || isBelow(path, folder));
        return own.filter(path => !this.#kustomizations.includes(path));
    }
    async #file(written, folder) {
        const path = this.#path(written, folder);
        await this.#takeNear(path, written, folder);
    }
    /** @throws RenderRefusal where an entry is remote, leaves the repository, or names nothing */
    #path(written, folder) {
        const path = inside(folder, written.text);
        const obstacle = path === null ? null : this.#tree.obstacle(path);
        if (path !== null && obstacle === null && this.#tree.entry(path) !== null)
            return path;
        const { text, at } = written;
        if (isRemote(text)) {
            const message = `${at.file} uses ${text}, which is not in this repository: rendering asks no network, so it would not be what this commit says. Copy it into the repository (vendor it) and name that folder. ${otherJob}`;
            throw new RenderRefusal('render/remote-base', message, at, { entry: text });
        }
        if (path === null)
            throw outside(text, at);
        if (obstacle?.what === 'submodule') {
            const message = `${at.file} uses ${text}, which is in the submodule ${obstacle.path}: its files are not in this repository's commits. ${otherJob}`;
            throw new RenderRefusal('render/submodule', message, at, { entry: text });
        }
        if (obstacle !== null)
            return path;
        const message = `${at.file} uses ${text}, and there is no such file or folder. Correct the path, or add the file.`;
        throw new RenderRefusal('render/missing-file', message, at, { entry: text });
    }
    /** The load restrictor: files lie in or below the folder of their kustomization. */
    async #takeNear(path, { text, at }, folder) {
        if (!isBelow(path, folder))
            throw outside(text, at);
        await this.#take(path, at, folder);
    }
    async #take(path, at = lineAt(path), folder = '') {
        if (this.#files.has(path))
            return;
        let from = path;
        for (let hops = 0; this.#tree.obstacle(from) !== null; hops++) {
            const obstacle = this.#tree.obstacle(from);
            if (obstacle === null)
                break;
            const target = hops < 8 ? await this.#tree.target(obstacle.path) : null;
            const whole = target === null ? null : `${target}${from.slice(obstacle.path.length)}`;
            if (whole === null || !isBelow(whole, folder)) {
                const message = `${obstacle.path} is a symbolic link that leaves ${nameOf(folder)}, so it is not followed. Put the file in its place.`;
                throw new RenderRefusal('render/symlink', message, at, { link: obstacle.path });
            }
            from = whole;
        }
        if (this.#tree.entry(from) !== 'file') {
            const message = `${at.file} uses ${path}, which is not a file. Correct the path.`;
            throw new RenderRefusal('render/missing-file', message, at, { entry: path });
        }
        const bytes = (await this.#tree.read([from])).get(from);
        if (bytes !== undefined)
            this.#files.set(path, bytes);
    }
}
/** `key=path` of a generator. */
function unkeyed(written) {
    if (written === null)
        return null;
    const equals = written.text.indexOf('=');
    return equals < 0 ? written : { ...written, text: written.text.slice(equals + 1) };
}
/** kustomize api/internal/git/repospec.go and api/loader: what is cloned or downloaded. */
function isRemote(entry) {
    return (/^[a-z][a-z0-9+.-]*:(?:\/\/|:)/i.test(entry) ||
        /^[\w.-]+@[\w.-]+:/.test(entry) ||
        /[?&]ref=/.test(entry) ||
        entry.slice(1).includes('//') ||
        /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,12}[:/]/i.test(entry) ||
        /^gh:/i.test(entry));
}
function outside(text, at) {
    const message = `${at.file} uses ${text}, which is outside of its own folder: kustomize's load restrictor lets files of a kustomization lie in or below it only. Move the file there, or make its folder a base with a kustomization.yaml.`;
    return new RenderRefusal('render/outside-folder', message, at, { entry: text });
}
function chartRefusal(field, at) {
    const message = `${at.file} inflates a Helm chart (${field}), for which kustomize would start helm and could download the chart. Give the chart a mesh with "render: {helm: …}", or commit what it renders to. ${otherJob}`;
    return new RenderRefusal('render/plugin', message, at, { plugin: field });
}
/** Generators and transformers that kustomize would start: functions (exec, containers) and plugins of other APIs. */
function refusePlugins(text, file, at) {
    for (const document of YamlPlaces.of(file, text)) {
        const annotations = document.get('metadata').get('annotations');
        const kind = document.get('kind').text() ?? 'a plugin';
        const starts = ['config.kubernetes.io/function', 'config.k8s.io/function'].find(name => annotations.get(name).isPresent());
        const api = document.get('apiVersion').text();
        const isChart = kind === 'HelmChartInflationGenerator';
        if (starts === undefined && !isChart && (api === 'builtin' || api === null))
            continue;
        const place = at ?? (starts === undefined ? document.get('kind').at() : annotations.get(starts).at());
        const message = `${file} asks kustomize to start a program (${kind}): plugins, exec and container functions never run here, since a pull request could run anything with them. ${otherJob}`;
        throw new RenderRefusal('render/plugin', message, place, { plugin: kind });
    }
}

;// CONCATENATED MODULE: ./build/render/values-schema.js

/**
 * Helm checks values by `values.schema.json` and would load what its references name, from the network or from disk
 * (helm.sh/helm pkg/chartutil/jsonschema.go): only references within the file itself are let through.
 */
function refuseSchemaReferences(files) {
    for (const [file, bytes] of files) {
        if (!/(?:^|\/)values\.schema\.json$/.test(file))
            continue;
        const reference = outerReference(parsed(bytes));
        if (reference === null)
            continue;
        const message = `${file} refers to ${reference}, which helm would load from outside of the chart: rendering asks no network and reads no other file. Put that schema under "$defs" and refer to it by "#/$defs/…". ${otherJob}`;
        throw new RenderRefusal('render/remote-schema', message, lineAt(file), { reference });
    }
}
/** A schema that is no JSON refers to nothing; helm says what is wrong with it. */
function parsed(bytes) {
    try {
        return JSON.parse(new TextDecoder().decode(bytes));
    }
    catch {
        return null;
    }
}
function outerReference(schema) {
    const open = [schema];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
        if (typeof next !== 'object' || next === null)
            continue;
        for (const [key, value] of Object.entries(next)) {
            const isReference = /^\$(?:ref|dynamicRef|recursiveRef)$/.test(key);
            // The metaschemas of JSON Schema are built in. An `$id` would move what `#` stands for.
            if (isReference && typeof value === 'string' && !isInner(value))
                return value;
            if (key === '$id' && typeof value === 'string' && /^file:/i.test(value))
                return value;
            if (typeof value === 'object' && value !== null)
                open.push(value);
        }
    }
    return null;
}
function isInner(reference) {
    return reference.startsWith('#') || /^https?:\/\/json-schema\.org\//.test(reference);
}

;// CONCATENATED MODULE: ./build/render/sources.js





/**
 * Whether a side has what the step names at all. A side without it is empty, where the other one has it: the chart or
 * overlay is new, or removed.
 */
function isThere(step, tree) {
    if (step.kind === 'kustomize')
        return kustomizationIn(tree, step.path) !== null;
    if (step.kind === 'command')
        return tree.entry('') === 'folder';
    return tree.entry(step.chart === '' ? 'Chart.yaml' : `${step.chart}/Chart.yaml`) !== null;
}
/** @throws RenderRefusal */
async function sourcesOf(step, tree) {
    if (step.kind === 'helm')
        return helmSources(step, tree);
    if (step.kind === 'command') {
        const files = await tree.read(tree.below('').filter(path => tree.entry(path) === 'file'));
        return { placed: files, files, settings: [], chart: null };
    }
    const { files, kustomizations } = await kustomizeSources(tree, step.path);
    const [first = ''] = kustomizations;
    const placed = new Map(files);
    const own = files.get(first);
    if (own !== undefined)
        placed.set(first, withOrigins(own));
    const settings = kustomizations.map(file => ({ file, scope: [] }));
    return { placed, files, settings, chart: null };
}
async function helmSources(step, tree) {
    const { chart, placed, files, defaults } = await chartSources(tree, step.chart);
    refuseSchemaReferences(files);
    for (const path of step.values) {
        if (tree.entry(path) === 'file')
            continue;
        const message = `The values file ${path} does not exist on this side. Correct "values" in the configuration, or add the file.`;
        throw new RenderRefusal('render/missing-file', message, lineAt(path), { entry: path });
    }
    const values = await tree.read(step.values);
    const strongestFirst = [...step.values].reverse().map(file => ({ file, scope: [] }));
    return {
        placed: new Map([...placed, ...values]),
        files: new Map([...used(files, step), ...values]),
        settings: [...strongestFirst, ...defaults],
        chart
    };
}
/** Values of other environments lie beside the chart and are not read by it, so they do not count as read. */
function used(files, { chart }) {
    const other = /^(?!values\.yaml$)values[^/]*\.ya?ml$/;
    const prefix = chart === '' ? '' : `${chart}/`;
    return [...files].filter(([path]) => !other.test(path.slice(prefix.length)));
}
function sameSources(a, b) {
    if (a.placed.size !== b.placed.size)
        return false;
    for (const [path, content] of a.placed) {
        const other = b.placed.get(path);
        if (other === undefined || (other !== content && !Buffer.from(other).equals(content)))
            return false;
    }
    return true;
}

// EXTERNAL MODULE: ./build/render/sha256.js
var render_sha256 = __webpack_require__(81690);
;// CONCATENATED MODULE: ./build/render/tool-table.js
const releases = {
    kustomize: {
        version: '5.8.1',
        origin: 'https://github.com/kubernetes-sigs/kustomize/releases/download',
        archive: (version, platform) => `kustomize/v${version}/kustomize_v${version}_${platform.replace('-', '_')}.tar.gz`,
        binary: () => 'kustomize',
        sha256: {
            'linux-amd64': '029a7f0f4e1932c52a0476cf02a0fd855c0bb85694b82c338fc648dcb53a819d',
            'linux-arm64': '0953ea3e476f66d6ddfcd911d750f5167b9365aa9491b2326398e289fef2c142',
            'darwin-amd64': 'ee7cf0c1e3592aa7bb66ba82b359933a95e7f2e0b36e5f53ed0a4535b017f2f8',
            'darwin-arm64': '8886f8a78474e608cc81234f729fda188a9767da23e28925802f00ece2bab288'
        }
    },
    helm: {
        version: '3.19.4',
        origin: 'https://get.helm.sh',
        archive: (version, platform) => `helm-v${version}-${platform}.tar.gz`,
        binary: platform => `${platform}/helm`,
        sha256: {
            'linux-amd64': '759c656fbd9c11e6a47784ecbeac6ad1eb16a9e76d202e51163ab78504848862',
            'linux-arm64': '9e1064f5de43745bdedbff2722a1674d0397bc4b4d8d8196d52a2b730909fe62',
            'darwin-amd64': 'd9c9b1fc499c54282c4127c60cdd506da2c6202506b708a2b45fb6dfdb318f43',
            'darwin-arm64': '7e82ca63fe80a298cecefad61d0c10bc47963ff3551e94ab6470be6393a6a74b'
        }
    }
};
/** Majors whose output and flags this room knows: `kustomize build`, `helm template`. */
const knownMajors = {
    kustomize: [5],
    helm: [3, 4]
};

;// CONCATENATED MODULE: ./build/render/tools.js







/**
 * The renderer that the configuration names, else the one on the PATH where its version is right, else the pinned one,
 * downloaded on a runner.
 * @throws UserError where there is none to be had, with what to do
 */
async function findTool(name, search) {
    const { settings } = search;
    if (settings.path !== null)
        return named(name, settings.path, search);
    const rejected = [];
    for (const path of onPath(name, search)) {
        const version = await versionOf(name, path, search);
        if (version !== null && isWanted(name, version, settings))
            return { path, version };
        rejected.push(version ?? 'of no known version');
    }
    return downloaded(name, search, rejected);
}
async function named(name, path, search) {
    const key = `tools.${name}`;
    const bytes = contentOf(path, `${key}.path`);
    const { sha256 } = search.settings;
    if (sha256 !== null && (0,render_sha256/* sha256Of */.B)(bytes) !== sha256) {
        throw new errors/* UserError */.y(`${key}.path ${path} does not have the SHA-256 of ${key}.sha256, so it was not started.`, 'Correct the checksum, or see who has changed the file.');
    }
    const version = await versionOf(name, path, search);
    if (version !== null && isWanted(name, version, search.settings))
        return { path, version };
    throw new errors/* UserError */.y(`${key}.path ${path} is ${name} ${version ?? 'of no known version'}; wanted is ${wanted(name, search.settings)}.`, `Name another binary, or change ${key}.version.`);
}
function contentOf(path, key) {
    try {
        return (0,external_node_fs_.readFileSync)(path);
    }
    catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
        throw new errors/* UserError */.y(`${key} ${path} cannot be read (${code}).`, 'Give the absolute path of the binary.');
    }
}
async function downloaded(name, search, rejected) {
    const { settings, env, scratch } = search;
    const release = releases[name];
    const version = settings.version ?? release.version;
    const platform = platformName();
    const pinned = version === release.version ? release.sha256[platform] : undefined;
    const sha256 = settings.sha256 ?? pinned;
    const found = rejected.length === 0 ? 'was not found on the PATH' : `on the PATH is ${rejected.join(', ')}`;
    if (sha256 === undefined) {
        throw new errors/* UserError */.y(`${name} ${found}, and no SHA-256 of ${name} ${version} for ${platform} is known here, so it is not downloaded.`, `Install ${name} ${wanted(name, settings)}, or give tools.${name}.sha256 of the official archive in the configuration.`);
    }
    if (!env.RUNNER_TOOL_CACHE || !env.RUNNER_TEMP) {
        throw new errors/* UserError */.y(`${name} ${found}; wanted is ${wanted(name, settings)}.`, `Install it, or give its place as tools.${name}.path in the configuration. On a runner of GitHub Actions it is downloaded.`);
    }
    const { downloadTool } = await __webpack_require__.e(/* import() */ 657).then(__webpack_require__.bind(__webpack_require__, 78657));
    const address = `${settings.mirror ?? release.origin}/${release.archive(version, platform)}`;
    const binary = release.binary(platform);
    return { path: await downloadTool({ name, version, address, sha256, binary, scratch }), version };
}
function* onPath(name, { env, directory }) {
    const file = process.platform === 'win32' ? `${name}.exe` : name;
    for (const folder of (env.PATH ?? env.Path ?? '').split(external_node_path_.delimiter)) {
        if (!(0,external_node_path_.isAbsolute)(folder) || `${folder}/`.startsWith(`${directory}/`))
            continue;
        const path = (0,external_node_path_.join)(folder, file);
        try {
            (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
            yield path;
        }
        catch {
            // Not here: the next entry of the PATH.
        }
    }
}
async function versionOf(name, path, { scratch, limits }) {
    const args = name === 'helm' ? ['version', '--template', '{{.Version}}'] : ['version'];
    const env = rendererEnvironment(scratch.home, limits);
    const ended = await runBounded(path, args, { cwd: scratch.home, env, limits }).catch(() => null);
    return /v?(\d+\.\d+(?:\.\d+)?)/.exec(ended?.stdout.toString('utf8') ?? '')?.[1] ?? null;
}
function isWanted(name, version, { version: exact }) {
    if (exact !== null)
        return version === exact;
    return knownMajors[name].includes(Number(version.split('.')[0]));
}
function wanted(name, { version }) {
    return version ?? knownMajors[name].map(major => `${major}.x`).join(' or ');
}
function platformName() {
    const os = process.platform === 'win32' ? 'windows' : process.platform;
    const arch = process.arch === 'x64' ? 'amd64' : process.arch;
    return `${os}-${arch}`;
}

;// CONCATENATED MODULE: ./build/render/render.js









/**
 * Renders both sides of each mesh, each in a scratch folder of its own. What cannot be rendered is a finding of that
 * side, and the other meshes go on.
 * @throws UserError where there is no renderer, or a command and nobody allowed it
 */
async function renderMeshes(input) {
    const limits = input.limits ?? renderLimits;
    const scratches = [];
    const scratch = () => {
        const made = openScratch(input.env.RUNNER_TEMP);
        scratches.push(made);
        return made;
    };
    try {
        const found = new Map();
        const tool = (name) => {
            const { tools, env, directory } = input;
            const search = { settings: tools[name], env, directory, limits };
            const known = found.get(name) ?? findTool(name, { ...search, scratch: scratch() });
            found.set(name, known);
            return known;
        };
        const base = input.base === null ? null : await Tree.of(input.base);
        const head = await Tree.of(input.head);
        const sides = { base, head, input, limits, tool, scratch };
        return await inParallel(input.meshes, limits.parallel, mesh => renderMesh(mesh, sides));
    }
    finally {
        for (const { remove } of scratches)
            remove();
    }
}
async function renderMesh(mesh, sides) {
    const { step } = mesh;
    // Helm applies objects to the release's namespace; for others the configuration's default holds.
    const namespace = step.kind === 'helm' ? (step.namespace ?? mesh.defaultNamespace) : null;
    const named = { mesh: mesh.name, namespace, renderedFrom: [] };
    if (step.kind === 'rendered') {
        return { ...named, renderedFrom: step.sources, ...folders(step, sides) };
    }
    const refusal = notAllowed(mesh, step, sides.input);
    if (refusal !== null) {
        const head = refused(refusal);
        const base = sides.base === null ? null : head;
        return { ...named, base, head, changed: true };
    }
    const [base, head] = await Promise.all([
        sides.base === null ? null : collected(step, sides.base),
        collected(step, sides.head)
    ]);
    if (head === 'absent' && (base === 'absent' || base === null)) {
        const finding = missing(step);
        const side = refused(finding);
        return {
            ...named,
            base: base === null ? null : side,
            head: side,
            changed: false
        };
    }
    const same = base !== null && isSources(base) && isSources(head) && sameSources(base, head);
    const render = (side) => rendered(mesh, step, side, sides);
    const [before, after] = await Promise.all([
        base === null || same ? null : render(base),
        render(head)
    ]);
    return { ...named, base: same ? after : before, head: after, changed: !same };
}
function isSources(side) {
    return side !== 'absent' && !(side instanceof RenderRefusal);
}
async function collected(step, tree) {
    if (!isThere(step, tree))
        return 'absent';
    try {
        return await sourcesOf(step, tree);
    }
    catch (error) {
        if (error instanceof RenderRefusal)
            return error;
        throw error;
    }
}
async function rendered(mesh, step, side, { input, limits, tool, scratch }) {
    if (side === 'absent')
        return empty;
    if (side instanceof RenderRefusal)
        return refused(side);
    const namespace = (step.kind === 'helm' ? step.namespace : null) ?? mesh.defaultNamespace;
    const path = step.kind === 'command' ? (input.env.PATH ?? '') : (await tool(step.kind)).path;
    try {
        return await runStep({ step, sources: side, scratch: scratch(), tool: path, namespace, limits });
    }
    catch (error) {
        if (error instanceof RenderRefusal)
            return { ...refused(error), sources: side.files };
        throw error;
    }
}
const empty = {
    documents: [],
    sources: new Map(),
    settings: [],
    findings: [],
    unknown: [],
    failed: false
};
function refused({ finding }) {
    return { ...empty, findings: [finding], failed: true };
}
function missing(step) {
    const subject = subjectOf(step);
    const message = `${subject} is to be rendered and is not in this repository. Correct the path in the configuration.`;
    const id = step.kind === 'helm' ? 'render/missing-chart' : 'render/missing-kustomization';
    return new RenderRefusal(id, message, lineAt(subject), { subject });
}
function folders(step, { base, input, limits }) {
    const read = (folder) => {
        try {
            return { ...empty, documents: renderedFolder(input.directory, folder, limits) };
        }
        catch (error) {
            if (error instanceof RenderRefusal)
                return refused(error);
            throw error;
        }
    };
    const before = base === null ? null : read(step.base);
    const after = read(step.head);
    const text = (side) => JSON.stringify(side.documents);
    return { base: before, head: after, changed: before === null || text(before) !== text(after) };
}
function notAllowed(mesh, step, { author, allowCommands }) {
    const at = lineAt(subjectOf(step));
    const params = { mesh: mesh.name, author };
    const cure = 'Render in a job without secrets, and name what it wrote with "render: {rendered: {base: …, head: …}}".';
    if (author === 'stranger with a token') {
        const message = `The mesh ${mesh.name} was not rendered: this pull request comes from a fork, and on pull_request_target the run holds a token that can write, so its files are only read. Run on pull_request instead.`;
        return new RenderRefusal('render/not-allowed', message, at, params);
    }
    if (step.kind !== 'command')
        return null;
    if (author === 'stranger') {
        const message = `The mesh ${mesh.name} is rendered by a command, and this pull request comes from a fork: its files could make the command do anything. ${cure}`;
        return new RenderRefusal('render/not-allowed', message, at, params);
    }
    if (allowCommands)
        return null;
    throw new errors/* UserError */.y(`The mesh ${mesh.name} is rendered by a command, and commands are off.`, 'Allow them with --allow-render-command, or the input "allow-render-command: true", where everybody who can open a pull request may run programs.');
}
async function inParallel(items, most, work) {
    const results = [];
    let next = 0;
    const worker = async () => {
        for (let at = next++; at < items.length; at = next++) {
            const item = items[at];
            if (item !== undefined)
                results[at] = await work(item);
        }
    };
    await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
    return results;
}


/***/ }),

/***/ 81690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sha256Of)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

/** Lower-case hex. */
function sha256Of(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
}


/***/ })

};
