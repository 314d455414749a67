export const id = 167;
export const ids = [167,74];
export const modules = {

/***/ 22074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  COMMENT_BUDGET: () => (/* binding */ COMMENT_BUDGET),
  comment: () => (/* binding */ comment),
  wants: () => (/* binding */ wants)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: ./build/publish/failure.js
var publish_failure = __webpack_require__(84650);
;// CONCATENATED MODULE: ./build/publish/marker.js
const outcomes = ['pass', 'warn', 'approve', 'block', 'error'];
const line = /^<!-- meshproof v=1 key=([A-Za-z0-9%._~!*'()-]{0,600}) sha=([0-9a-f]{40}) run=(\d{1,20})\.(\d{1,12})\.(\d{1,6}) verdict=([a-z]{4,8}) earlier=([0-9a-z.,]{0,80}) -->$/;
/** A key of any characters becomes one word that cannot end an HTML comment. */
function writeMarker({ key, sha, run, verdict, earlier }) {
    const past = earlier.map(one => `${one.sha}.${one.verdict}`).join(',');
    return `<!-- meshproof v=1 key=${encodeURIComponent(key)} sha=${sha} run=${run.id}.${run.number}.${run.attempt} verdict=${verdict ?? 'none'} earlier=${past} -->`;
}
/** Only the first line counts: a marker quoted further down, by anybody, is text. */
function readMarker(body) {
    const end = body.search(/\r?\n/);
    const match = line.exec(end === -1 ? body : body.slice(0, end));
    if (match === null)
        return null;
    const [, key = '', sha = '', id = '', number = '', attempt = '', verdict = '', earlier = ''] = match;
    return {
        key: decodeKey(key),
        sha,
        run: { id, number: Number(number), attempt: Number(attempt) },
        verdict: outcomes.find(one => one === verdict) ?? null,
        earlier: readEarlier(earlier)
    };
}
function isNewer(a, b) {
    return a.number === b.number ? a.attempt > b.attempt : a.number > b.number;
}
/** What a comment written after this one remembers: nothing twice for one commit. */
function remember(previous, sha) {
    if (previous === null)
        return [];
    const kept = previous.earlier.filter(one => !sha.startsWith(one.sha));
    if (previous.sha === sha || previous.verdict === null)
        return kept.slice(0, 5);
    return [{ sha: previous.sha.slice(0, 7), verdict: previous.verdict }, ...kept].slice(0, 5);
}
function readEarlier(text) {
    const earlier = [];
    for (const item of text.split(',')) {
        const [sha = '', name = ''] = item.split('.');
        const verdict = outcomes.find(one => one === name);
        if (/^[0-9a-f]{7}$/.test(sha) && verdict !== undefined)
            earlier.push({ sha, verdict });
    }
    return earlier.slice(0, 5);
}
function decodeKey(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}

;// CONCATENATED MODULE: ./build/publish/comment.js


const ROUNDS = 3;
/**
 * One comment per key, edited in place. GitHub's API has no compare-and-swap, so each write is followed by a
 * look: of several own comments the oldest stays, a newer run wins, and a run that finds the head moved on
 * after its write takes its verdict back. Comments of others are never touched, whatever they contain.
 */
async function publishComment(api, request) {
    return new Publication(api, request).run();
}
class Publication {
    #api;
    #request;
    #author = null;
    constructor(api, request) {
        this.#api = api;
        this.#request = request;
    }
    async run() {
        const { marker, wanted } = this.#request;
        const [canonical] = await this.#own();
        if (canonical === undefined && !wanted)
            return { kind: 'none' };
        if (canonical !== undefined && isNewer(canonical.marker.run, marker.run)) {
            return { kind: 'overtaken' };
        }
        if ((await this.#api.headSha()) !== marker.sha)
            return { kind: 'overtaken' };
        const written = await this.#write(canonical);
        return this.#settle(written);
    }
    /** Own comments with this key, oldest first. Who we are is asked only where a marker could be ours. */
    async #own() {
        const marked = [];
        for (const comment of await this.#api.list()) {
            const marker = readMarker(comment.body);
            if (marker?.key === this.#request.marker.key)
                marked.push({ ...comment, marker });
        }
        if (marked.length === 0)
            return [];
        this.#author ??= await this.#api.author();
        return marked.filter(({ author }) => author === this.#author).sort((a, b) => a.id - b.id);
    }
    async #write(canonical) {
        if (canonical === undefined)
            return this.#create();
        if (this.#isSame(canonical))
            return 'unchanged';
        try {
            await this.#api.update(canonical.id, this.#body(canonical.marker));
            return 'updated';
        }
        catch (error) {
            // Deleted by hand since it was listed.
            if (error instanceof publish_failure/* ApiFailure */.F && error.status === 404)
                return this.#create();
            throw error;
        }
    }
    /** Once: after an answer that does not say whether it was written, the list says it. */
    async #create() {
        try {
            await this.#api.create(this.#body(null));
        }
        catch (error) {
            if (!(error instanceof publish_failure/* ApiFailure */.F) || !error.ambiguous)
                throw error;
            const own = await this.#own();
            if (own.length === 0)
                throw error;
        }
        return 'created';
    }
    async #settle(written) {
        const { marker } = this.#request;
        for (let round = 0; round < ROUNDS; round++) {
            const [canonical, ...younger] = await this.#own();
            if (canonical === undefined)
                return { kind: 'none' };
            for (const { id } of younger)
                await this.#remove(id);
            if (isNewer(canonical.marker.run, marker.run))
                return { kind: 'overtaken' };
            const ours = this.#isSame(canonical);
            const head = await this.#api.headSha();
            if (head !== marker.sha) {
                await this.#takeBack(head);
                return { kind: 'overtaken' };
            }
            if (ours)
                return { kind: written, url: canonical.url };
            await this.#api.update(canonical.id, this.#body(canonical.marker));
        }
        return { kind: 'overtaken' };
    }
    /** A verdict on a commit that is no longer the head may have replaced the newer one: it must not stand. */
    async #takeBack(head) {
        const [canonical] = await this.#own();
        if (canonical === undefined || canonical.marker.verdict === null)
            return;
        if (canonical.marker.sha === head)
            return;
        const { marker } = this.#request;
        const earlier = remember(canonical.marker, '');
        const text = 'A newer commit was pushed. Its run will say here what changes, or says so in its summary.';
        const body = `${writeMarker({ ...marker, verdict: null, earlier })}\n${text}\n`;
        await this.#api.update(canonical.id, body);
    }
    async #remove(id) {
        try {
            await this.#api.remove(id);
        }
        catch (error) {
            // Another run of ours has removed it.
            if (!(error instanceof publish_failure/* ApiFailure */.F) || error.status !== 404)
                throw error;
        }
    }
    #body(previous) {
        const { marker, text } = this.#request;
        const earlier = remember(previous, marker.sha);
        return `${writeMarker({ ...marker, earlier })}\n${text(earlier)}`;
    }
    /** The same text for the same commit: only the numbers of the run differ, which no reader sees. */
    #isSame({ body, marker }) {
        if (marker.sha !== this.#request.marker.sha || marker.verdict === null)
            return false;
        return afterFirstLine(body) === afterFirstLine(this.#body(marker));
    }
}
function afterFirstLine(body) {
    const text = body.replaceAll('\r\n', '\n');
    return text.slice(text.indexOf('\n') + 1).trimEnd();
}

// EXTERNAL MODULE: ./build/publish/github.js
var github = __webpack_require__(61061);
// EXTERNAL MODULE: ./build/publish/log.js + 1 modules
var log = __webpack_require__(68156);
// EXTERNAL MODULE: ./build/publish/summary.js
var summary = __webpack_require__(23552);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
;// CONCATENATED MODULE: ./build/action/commenting.js







/** GitHub's limit is 65,536 characters; the marker and the line of earlier verdicts are added to the text. */
const COMMENT_BUDGET = 60_000;
const PUBLISHING_TIME = 30_000;
/** Whether a mode asks for a new comment. `never` does not even look for one. */
function wants(mode, failing, nothingRelevant) {
    if (mode === 'always')
        return true;
    return mode === 'on-failure' ? failing : mode === 'changes' && !nothingRelevant;
}
/** Never throws and never changes the verdict: what could not be posted is a notice that says why. */
async function comment(request) {
    const deadline = (0,github/* startDeadline */.db)(PUBLISHING_TIME);
    const [owner = '', name = ''] = request.repository.split('/');
    const repository = { owner, name, token: request.token };
    try {
        const ask = await (0,github/* connect */.Ng)(repository, deadline);
        const result = await publishComment((0,github/* commentApi */._N)(ask, repository, request.pullRequest), {
            marker: {
                key: request.key,
                sha: request.sha,
                run: request.run,
                verdict: request.verdict
            },
            text: earlier => `${request.text.trimEnd()}\n${earlierLine(earlier)}`,
            wanted: request.wanted
        });
        say(result);
    }
    catch (error) {
        const failure = error instanceof publish_failure/* ApiFailure */.F ? error : new publish_failure/* ApiFailure */.F(0, String(error));
        const message = `No comment: ${(0,publish_failure/* explainFailure */.S)(failure)}`;
        log/* log */.R.notice(message);
        await (0,summary/* writeSummary */.S)(`\n${(0,report_escape/* markdownProse */.h$)(message)}\n`);
    }
    // A pause of the client may still be running; it must not keep the job waiting once the rest is done.
    if (deadline.left() === 0)
        setTimeout(() => process.exit(), 1000).unref();
}
function say(result) {
    switch (result.kind) {
        case 'created':
        case 'updated':
        case 'unchanged':
            core/* setOutput */.uH('comment-url', result.url);
            log/* log */.R.line(`The comment was ${result.kind === 'unchanged' ? 'up to date' : result.kind}.`);
            return;
        case 'overtaken':
            log/* log */.R.line('A newer commit or run is there: its comment stands, this run writes none.');
            return;
        case 'none':
            log/* log */.R.line('No comment: there is nothing to say.');
    }
}
function earlierLine(earlier) {
    if (earlier.length === 0)
        return '';
    const items = earlier.map(({ sha, verdict }) => `\`${sha}\` ${verdict}`);
    return `\n<sub>earlier: ${items.join(' · ')}</sub>\n`;
}


/***/ }),

/***/ 96167:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  companion: () => (/* binding */ companion)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/publish/failure.js
var failure = __webpack_require__(84650);
// EXTERNAL MODULE: ./build/publish/github.js
var github = __webpack_require__(61061);
// EXTERNAL MODULE: ./build/publish/log.js + 1 modules
var log = __webpack_require__(68156);
// EXTERNAL MODULE: ./build/report/markdown.js + 3 modules
var markdown = __webpack_require__(5309);
// EXTERNAL MODULE: ./build/report/state.js
var state = __webpack_require__(16034);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/root.js
var root = __webpack_require__(38414);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./build/action/zip.js


const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
/**
 * One file out of a ZIP archive, by its exact name: no path of the archive ever reaches a disk. The bytes are
 * untrusted; APPNOTE.TXT 4.3 gives the layout. Archives of one disk, stored or deflated, are what
 * actions/upload-artifact writes.
 * @param limit bytes of the unpacked file
 * @throws UserError when the archive is not such a one, or the file is missing or larger
 */
function unzip(archive, name, limit) {
    try {
        const entry = findEntry(archive, name);
        if (entry === null) {
            throw broken(`it has no file ${name}`);
        }
        return readEntry(archive, entry, limit);
    }
    catch (error) {
        if (error instanceof errors/* UserError */.y)
            throw error;
        // Offsets beyond the end, damaged data, more output than the limit.
        throw broken('it is damaged, or larger than it says', error);
    }
}
function findEntry(archive, name) {
    const end = findEnd(archive);
    const count = archive.readUInt16LE(end + 10);
    let at = archive.readUInt32LE(end + 16);
    for (let index = 0; index < count; index++) {
        if (archive.readUInt32LE(at) !== directoryEntry)
            throw broken('its directory is damaged');
        const nameLength = archive.readUInt16LE(at + 28);
        const start = at + 46;
        if (archive.toString('utf8', start, start + nameLength) === name) {
            return {
                method: archive.readUInt16LE(at + 10),
                packed: archive.readUInt32LE(at + 20),
                size: archive.readUInt32LE(at + 24),
                offset: archive.readUInt32LE(at + 42)
            };
        }
        at = start + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
    }
    return null;
}
/** The record stands last, before a comment of at most 65,535 bytes. */
function findEnd(archive) {
    for (let at = archive.length - 22; at >= 0 && at >= archive.length - 22 - 0xffff; at--) {
        if (archive.readUInt32LE(at) === endOfDirectory)
            return at;
    }
    throw broken('it is not a ZIP archive');
}
function readEntry(archive, entry, limit) {
    const { offset, packed, size, method } = entry;
    if (size > limit)
        throw broken(`the report has ${size} bytes; at most ${limit} are read`);
    if (archive.readUInt32LE(offset) !== localEntry)
        throw broken('its directory is damaged');
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
    const data = archive.subarray(start, start + packed);
    if (method === 0)
        return data;
    if (method === 8)
        return (0,external_node_zlib_.inflateRawSync)(data, { maxOutputLength: limit });
    throw broken(`its compression (${method}) is not known`);
}
function broken(what, cause) {
    return new errors/* UserError */.y(`The artifact cannot be read: ${what}.`, 'Upload the file of the output "report-file" with actions/upload-artifact, unchanged, and name the artifact in the input "artifact".', { cause });
}

;// CONCATENATED MODULE: ./build/action/artifact.js






const ARCHIVE_LIMIT = 20 * 1024 * 1024;
const REPORT_LIMIT = 50 * 1024 * 1024;
/**
 * The report that another run left as an artifact. That run may have executed anything: what it wrote is data,
 * bounded in size and held against the report's schema, and only the report's own renderers turn it into text.
 * @throws UserError when there is none, or it is not a report
 */
async function readArtifact(ask, repository, run, name) {
    const place = { owner: repository.owner, repo: repository.name };
    const listed = await ask('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
        ...place,
        run_id: run,
        name,
        per_page: 1
    });
    const artifacts = (0,github/* field */.ZZ)(listed, 'artifacts');
    const artifact = Array.isArray(artifacts) ? artifacts[0] : undefined;
    const size = Number((0,github/* field */.ZZ)(artifact, 'size_in_bytes'));
    if (artifact === undefined || (0,github/* field */.ZZ)(artifact, 'name') !== name) {
        throw new errors/* UserError */.y(`Run ${run} left no artifact ${name}.`, 'Let the reviewing job upload its report: actions/upload-artifact with the output "report-file", also when the review fails ("if: always()").');
    }
    if (!(size <= ARCHIVE_LIMIT)) {
        throw new errors/* UserError */.y(`The artifact ${name} has ${size} bytes; at most ${ARCHIVE_LIMIT} are read.`, 'Upload the report alone.');
    }
    const archive = await ask('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/zip', {
        ...place,
        artifact_id: Number((0,github/* field */.ZZ)(artifact, 'id'))
    });
    const bytes = archive instanceof ArrayBuffer ? Buffer.from(archive) : Buffer.alloc(0);
    if (bytes.length > ARCHIVE_LIMIT) {
        throw new errors/* UserError */.y(`The artifact ${name} is larger than it says.`, 'Upload the report alone.');
    }
    return readReport(unzip(bytes, 'report.json', REPORT_LIMIT));
}
/** @throws UserError when the text is no report of a version that this one renders */
async function readReport(bytes) {
    let value;
    try {
        value = JSON.parse(bytes.toString('utf8'));
    }
    catch (error) {
        throw notReport('it is not JSON', error);
    }
    // CommonJS: the bundler gives it as the default export alone, without the names that Node finds.
    const { Ajv2020 } = (await __webpack_require__.e(/* import() */ 210).then(__webpack_require__.t.bind(__webpack_require__, 52210, 19))).default;
    const path = (0,external_node_path_.join)((0,root/* productRoot */.K)(), 'schemas', 'report.schema.json');
    const validate = new Ajv2020({ allErrors: false, strict: false }).compile(JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')));
    if (validate(value))
        return value;
    const [first] = validate.errors ?? [];
    throw notReport(`${first?.instancePath || 'the document'} ${first?.message ?? 'is not valid'}`);
}
function notReport(why, cause) {
    return new errors/* UserError */.y(`The artifact does not hold a report: ${why}.`, 'Let both workflows use the same version of Meshproof.', { cause });
}

// EXTERNAL MODULE: ./build/action/commenting.js + 2 modules
var commenting = __webpack_require__(22074);
// EXTERNAL MODULE: ./build/action/context.js
var action_context = __webpack_require__(73280);
// EXTERNAL MODULE: ./build/action/duties.js + 2 modules
var duties = __webpack_require__(91327);
// EXTERNAL MODULE: ./build/action/inputs.js
var action_inputs = __webpack_require__(7126);
;// CONCATENATED MODULE: ./build/action/reviewed-run.js


/** @throws UserError for any other event, or a run that was not started by a pull request */
function readReviewedRun(eventName, payload) {
    if (eventName !== 'workflow_run') {
        throw new errors/* UserError */.y(`The companion runs on workflow_run, not on ${eventName || 'no event'}.`, 'Start it by "on: workflow_run" of the reviewing workflow, "types: [completed]".');
    }
    const run = (0,github/* field */.ZZ)(payload, 'workflow_run');
    if ((0,github/* field */.ZZ)(run, 'event') !== 'pull_request') {
        throw new errors/* UserError */.y(`The reviewed run was started by ${String((0,github/* field */.ZZ)(run, 'event'))}: there is no pull request to comment on.`, 'Add "if: github.event.workflow_run.event == \'pull_request\'" to the job.');
    }
    const headSha = String((0,github/* field */.ZZ)(run, 'head_sha'));
    const owner = (0,github/* field */.ZZ)((0,github/* field */.ZZ)((0,github/* field */.ZZ)(run, 'head_repository'), 'owner'), 'login');
    if (!/^[0-9a-f]{40}$/.test(headSha) || typeof owner !== 'string') {
        throw new errors/* UserError */.y('The payload of the event does not say which commit was reviewed.', 'GITHUB_EVENT_PATH has to point at the payload that GitHub wrote.');
    }
    return {
        run: {
            id: String((0,github/* field */.ZZ)(run, 'id')),
            number: Number((0,github/* field */.ZZ)(run, 'run_number')),
            attempt: Number((0,github/* field */.ZZ)(run, 'run_attempt'))
        },
        url: String((0,github/* field */.ZZ)(run, 'html_url')),
        workflow: String((0,github/* field */.ZZ)(run, 'name')),
        headSha,
        head: `${owner}:${String((0,github/* field */.ZZ)(run, 'head_branch'))}`
    };
}
/**
 * The open pull request whose head is the reviewed commit. GitHub is asked, never the artifact: a run of a
 * fork could name any number.
 * @returns null when there is none: it was closed, or a newer commit was pushed
 * @throws UserError when there are several
 */
async function findPullRequest(ask, repository, { head, headSha }) {
    const answer = await ask('GET /repos/{owner}/{repo}/pulls', {
        owner: repository.owner,
        repo: repository.name,
        state: 'open',
        head,
        per_page: 100
    });
    const numbers = [];
    for (const pull of Array.isArray(answer) ? answer : []) {
        if ((0,github/* field */.ZZ)((0,github/* field */.ZZ)(pull, 'head'), 'sha') === headSha)
            numbers.push(Number((0,github/* field */.ZZ)(pull, 'number')));
    }
    const [number, ...others] = numbers;
    if (others.length === 0)
        return number ?? null;
    throw new errors/* UserError */.y(`Pull requests ${numbers.join(', ')} all have ${headSha.slice(0, 12)} as their head, and a report belongs to one of them only.`, 'Close those that are not needed.');
}

;// CONCATENATED MODULE: ./build/action/companion.js













const READING_TIME = 60_000;
/**
 * Posts the report of a finished run on its pull request. It runs with a token that can write, beside code
 * that may come from a fork: nothing is checked out, and of the other run only its report is read, as data.
 */
async function companion() {
    try {
        await post();
    }
    catch (error) {
        process.exitCode = 1;
        if (error instanceof errors/* UserError */.y)
            core/* setFailed */.C1((0,log/* annotation */.w)(`${error.message} ${error.hint}`));
        else if (error instanceof failure/* ApiFailure */.F)
            core/* setFailed */.C1((0,log/* annotation */.w)((0,failure/* explainFailure */.S)(error)));
        else
            core/* setFailed */.C1((0,log/* annotation */.w)(error instanceof Error ? (error.stack ?? error.message) : String(error)));
    }
}
async function post() {
    const inputs = (0,action_inputs/* readCompanionInputs */.w)();
    const context = (0,action_context/* readContext */.y)(process.env);
    const run = readReviewedRun(context.event.name, context.event.payload);
    if (inputs.comment === 'never')
        return;
    const [owner = '', name = ''] = context.repository.split('/');
    const repository = { owner, name, token: inputs.token };
    const ask = await (0,github/* connect */.Ng)(repository, (0,github/* startDeadline */.db)(READING_TIME));
    const pullRequest = await findPullRequest(ask, repository, run);
    if (pullRequest === null) {
        log/* log */.R.notice(`No comment: no open pull request has ${run.headSha.slice(0, 12)} as its head. It was closed, or a newer commit was pushed, whose run comments.`);
        return;
    }
    const report = await readArtifact(ask, repository, run.run.id, inputs.artifact);
    const source = { ...context, runUrl: run.url, run: run.run };
    await (0,commenting.comment)({
        repository: context.repository,
        token: inputs.token,
        pullRequest,
        key: inputs.commentKey ?? run.workflow,
        sha: run.headSha,
        run: run.run,
        verdict: report.verdict.outcome,
        text: markdown.markdown.render(report, (0,duties/* renderOptions */.Dx)(report, source, commenting.COMMENT_BUDGET)),
        wanted: (0,commenting.wants)(inputs.comment, (0,duties/* fails */.c6)(report), (0,state/* reportState */.m)(report) === 'nothing-relevant')
    });
}


/***/ }),

/***/ 73280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);

function readContext(environment) {
    const get = (name) => environment[name] ?? '';
    const serverUrl = get('GITHUB_SERVER_URL') || 'https://github.com';
    const id = get('GITHUB_RUN_ID');
    return {
        event: {
            name: get('GITHUB_EVENT_NAME'),
            payload: readPayload(get('GITHUB_EVENT_PATH')),
            sha: get('GITHUB_SHA'),
            ref: get('GITHUB_REF')
        },
        workspace: get('GITHUB_WORKSPACE') || process.cwd(),
        repository: get('GITHUB_REPOSITORY'),
        serverUrl,
        workflow: get('GITHUB_WORKFLOW'),
        run: {
            id,
            number: Number(get('GITHUB_RUN_NUMBER')),
            attempt: Number(get('GITHUB_RUN_ATTEMPT'))
        },
        runUrl: `${serverUrl}/${get('GITHUB_REPOSITORY')}/actions/runs/${id}`,
        temporary: get('RUNNER_TEMP'),
        pages: pagesOf(serverUrl, get('GITHUB_ACTION_REPOSITORY'), get('GITHUB_ACTION_REF'))
    };
}
function pagesOf(serverUrl, repository, ref) {
    return repository === '' || ref === '' ? null : `${serverUrl}/${repository}/blob/${ref}/`;
}
/** A payload that cannot be read is an empty one: the event then says what it misses. */
function readPayload(path) {
    if (path === '')
        return {};
    try {
        return JSON.parse((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
    }
    catch {
        return {};
    }
}


/***/ }),

/***/ 91327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c6: () => (/* binding */ fails),
  Dx: () => (/* binding */ renderOptions),
  j7: () => (/* binding */ writeJobSummary),
  ur: () => (/* binding */ writeLog),
  Kn: () => (/* binding */ writeOutputs),
  aS: () => (/* binding */ writeReportFile),
  Vx: () => (/* binding */ writeSarifFile)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
// EXTERNAL MODULE: ./build/publish/log.js + 1 modules
var log = __webpack_require__(68156);
;// CONCATENATED MODULE: ./build/publish/annotate.js



const write = { error: core/* error */.z3, warning: core/* warning */.$e, notice: core/* notice */.lm };
/** Columns are said only where both ends are on one line: GitHub refuses them otherwise. */
function annotate(annotations) {
    for (const { level, title, message, at } of annotations) {
        const oneLine = at.start.line === at.end.line;
        const lines = message.replaceAll('\n', '; ');
        if ((0,visible/* visible */.RK)(at.file) !== at.file) {
            // A name that cannot be shown as it is names no file to GitHub either.
            write[level]((0,log/* annotation */.w)(`${at.file}:${at.start.line}: ${lines}`), { title: titleOf(title) });
            continue;
        }
        write[level]((0,log/* annotation */.w)(lines), {
            title: titleOf(title),
            file: at.file,
            startLine: at.start.line,
            endLine: Math.max(at.start.line, at.end.line),
            ...(oneLine && { startColumn: at.start.column, endColumn: at.end.column })
        });
    }
}
function titleOf(title) {
    return (0,visible/* shorten */.ml)((0,log/* annotation */.w)(title), 200);
}

// EXTERNAL MODULE: ./build/report/order.js
var order = __webpack_require__(11283);
// EXTERNAL MODULE: ./build/report/request-words.js
var request_words = __webpack_require__(20986);
// EXTERNAL MODULE: ./build/report/words.js
var words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/publish/annotations.js



/**
 * The runner keeps ten messages of a level per step and drops the others without a word; the failure of the
 * step is itself one of the errors.
 */
const PER_LEVEL = 9;
/**
 * What a reviewer should see beside the code: what blocks first, then by severity and risk. Of the places of
 * one message the first in a changed file counts, since GitHub shows it in the diff only there.
 */
function selectAnnotations(report, changed) {
    const levels = evidenceLevels(report);
    const all = [];
    for (const finding of (0,order/* findingsBySeverity */.fh)(report.findings.introduced)) {
        all.push(ofFinding(finding, levels.get(finding.fingerprint), changed));
    }
    for (const effect of (0,order/* effectsByRisk */.fO)(report.effects)) {
        const annotation = ofEffect(effect, levels.get(effect.fingerprint), changed);
        if (annotation !== null)
            all.push(annotation);
    }
    for (const unknown of report.unknown) {
        const annotation = ofUnknown(unknown, levels.get(unknown.fingerprint));
        if (annotation !== null)
            all.push(annotation);
    }
    return [...kept(all, 'error'), ...kept(all, 'warning'), ...kept(all, 'notice')];
}
/** The last one that fits says how many more there are. */
function kept(all, level) {
    const own = all.filter(annotation => annotation.level === level);
    const rest = own.length - PER_LEVEL;
    if (rest <= 0)
        return own;
    const shown = own.slice(0, PER_LEVEL);
    const last = shown.pop();
    if (last === undefined)
        return shown;
    return [...shown, { ...last, message: `${last.message}\n${rest} more in the job summary.` }];
}
/** The strictest level of a gate that a fingerprint is evidence for. */
function evidenceLevels(report) {
    const levels = new Map();
    // Reasons stand strictest first.
    for (const { level, evidence } of report.verdict.reasons) {
        for (const fingerprint of evidence)
            if (!levels.has(fingerprint))
                levels.set(fingerprint, level);
    }
    return levels;
}
function ofFinding(finding, level, changed) {
    const severity = finding.severity === 'info' ? 'notice' : finding.severity;
    const codes = finding.sources.length === 0 ? '' : ` (${finding.sources.join(', ')})`;
    return {
        level: blocks(level) ? 'error' : severity === 'error' ? 'warning' : severity,
        title: `${finding.id}${codes}`,
        message: finding.message,
        at: inChange([finding.at, ...finding.related.map(({ at }) => at)], changed)
    };
}
function ofEffect(effect, level, changed) {
    // Lines of base are not lines of the files that the pull request shows.
    const [first, ...others] = effect.causes.filter(cause => cause.side === 'head');
    if (first === undefined)
        return null;
    const { title, preposition } = words/* effectWords */.zT[effect.kind];
    const { subject, witness } = effect;
    const where = subject.namespace === undefined ? '' : ` in ${subject.namespace}`;
    const facets = effect.changes.map(({ facet, before, after }) => `${facet}: ${before} → ${after}`);
    if (facets.length === 0 && witness !== null) {
        facets.push(`${(0,request_words/* describeOutcome */.SS)(witness.before)} → ${(0,request_words/* describeOutcome */.SS)(witness.after)}`);
    }
    return {
        level: blocks(level) ? 'error' : level === 'warn' ? 'warning' : 'notice',
        title: `${title} ${preposition} ${subject.name}${where}`,
        message: [effect.region, ...facets].filter(text => text !== '').join('\n'),
        at: inChange([first.at, ...others.map(({ at }) => at)], changed)
    };
}
function ofUnknown(unknown, level) {
    if (unknown.at === null || level === undefined)
        return null;
    return {
        level: blocks(level) ? 'error' : 'warning',
        title: 'Not proven',
        message: unknown.message,
        at: unknown.at
    };
}
function blocks(level) {
    return level === 'error' || level === 'approve';
}
function inChange(places, changed) {
    return places.find(({ file }) => changed.has(file)) ?? places[0];
}

// EXTERNAL MODULE: ./build/publish/summary.js
var summary = __webpack_require__(23552);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/report/json.js
var json = __webpack_require__(9665);
// EXTERNAL MODULE: ./build/report/markdown.js + 3 modules
var markdown = __webpack_require__(5309);
// EXTERNAL MODULE: ./build/report/text.js
var report_text = __webpack_require__(13920);
;// CONCATENATED MODULE: ./build/action/duties.js












/** The verdicts that end the step red. */
function fails(report) {
    const { outcome } = report.verdict;
    return outcome === 'approve' || outcome === 'block' || outcome === 'error';
}
function renderOptions(report, context, budget) {
    const { base, head } = report.sides;
    const blob = (commit) => `${context.serverUrl}/${context.repository}/blob/${commit}/`;
    const known = base?.commit !== undefined && head.commit !== undefined && context.repository !== '';
    return {
        color: false,
        budget,
        ...(known && { links: { base: blob(base.commit), head: blob(head.commit) } }),
        ...(context.run.id !== '' && { fullReport: context.runUrl })
    };
}
/** Outputs are words of a closed set, numbers, and a path that we chose: nothing of a manifest. */
function writeOutputs(report) {
    core/* setOutput */.uH('verdict', report.verdict.outcome);
    core/* setOutput */.uH('effects', report.effects.length);
    core/* setOutput */.uH('introduced', report.findings.introduced.length);
}
/** The whole report as JSON, for later steps and the companion. */
function writeReportFile(report, context, given) {
    const path = given === null
        ? (0,external_node_path_.join)(context.temporary || (0,external_node_os_.tmpdir)(), 'meshproof', 'report.json')
        : (0,external_node_path_.resolve)(context.workspace, given);
    duties_write(path, json/* json */.P.render(report, { color: false, budget: 0 }));
    core/* setOutput */.uH('report-file', path);
}
/** The report for code scanning; loaded and written only where it is asked for. */
async function writeSarifFile(report, context, given) {
    if (given === null)
        return;
    const { sarif } = await __webpack_require__.e(/* import() */ 244).then(__webpack_require__.bind(__webpack_require__, 91244));
    const path = (0,external_node_path_.resolve)(context.workspace, given);
    const pages = context.pages === null ? {} : { pages: context.pages };
    duties_write(path, sarif.render(report, { color: false, budget: 0, ...pages }));
    core/* setOutput */.uH('sarif-file', path);
}
function duties_write(path, text) {
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
    (0,external_node_fs_.writeFileSync)(path, text);
}
async function writeJobSummary(report, context) {
    await (0,summary/* writeSummary */.S)(markdown.markdown.render(report, renderOptions(report, context, summary/* SUMMARY_BUDGET */.p)));
}
/** What the log says to those who have nothing else, and the lines of the change that it is about. */
function writeLog(report, changed) {
    log/* log */.R.line((0,headline/* headline */.Pl)(report));
    log/* log */.R.block('Report', report_text/* text */.Q.render(report, { color: false, budget: 0 }).trim());
    annotate(selectAnnotations(report, new Set(changed)));
}


/***/ }),

/***/ 7126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   w: () => (/* binding */ readCompanionInputs)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46058);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);


const commentModes = ['changes', 'always', 'on-failure', 'never'];
/**
 * The only reader of the action's inputs.
 * @throws UserError that names the input and what it may be
 */
function readInputs() {
    return {
        config: optional('config'),
        base: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('base'),
        head: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('head'),
        istioVersion: optional('istio-version'),
        istioBaseVersion: optional('istio-base-version'),
        comment: commentMode(optional('comment')),
        commentKey: optional('comment-key'),
        token: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('github-token'),
        reportFile: optional('report-file'),
        sarifFile: optional('sarif-file'),
        workingDirectory: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('working-directory'),
        allowRenderCommand: flag('allow-render-command', _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('allow-render-command'))
    };
}
function readCompanionInputs() {
    return {
        artifact: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('artifact'),
        comment: commentMode(optional('comment')) ?? 'changes',
        commentKey: optional('comment-key'),
        token: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4('github-token')
    };
}
function flag(name, value) {
    if (value === '' || value === 'false')
        return false;
    if (value === 'true')
        return true;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`The input "${name}" is ${JSON.stringify(value)}.`, 'It may be true or false.');
}
function optional(name) {
    const value = _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .getInput */ .V4(name);
    return value === '' ? null : value;
}
function commentMode(value) {
    if (value === null)
        return null;
    const mode = commentModes.find(one => one === value);
    if (mode !== undefined)
        return mode;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(`The input "comment" is ${JSON.stringify(value)}.`, `It may be ${commentModes.join(', ')}.`);
}


/***/ }),

/***/ 19473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * The user's mistake: a flag, a path, a configuration, a permission. Shown without a stack; exit 2.
 * Anything else that is thrown is our defect: shown with a stack and how to report it; exit 3.
 */
class UserError extends Error {
    /** What to do about it, one sentence. */
    hint;
    constructor(message, hint, options) {
        super(message, options);
        this.name = 'UserError';
        this.hint = hint;
    }
}


/***/ }),

/***/ 84650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ApiFailure),
/* harmony export */   S: () => (/* binding */ explainFailure)
/* harmony export */ });
/** A request to GitHub that did not succeed. */
class ApiFailure extends Error {
    /** HTTP status; 0 where there was no answer. */
    status;
    constructor(status, message, options) {
        super(message, options);
        this.name = 'ApiFailure';
        this.status = status;
    }
    /** Whether the server may have done what was asked although the answer does not say so. */
    get ambiguous() {
        return this.status === 0 || this.status >= 500;
    }
}
/** Why a comment could not be posted and which permission is missing: a notice, never a failed run. */
function explainFailure(failure) {
    const { status, message } = failure;
    if (status === 0)
        return `GitHub did not answer in time (${message}); the comment is left as it was.`;
    if (/rate limit/i.test(message)) {
        return 'The rate limit of the token is used up; the comment is left as it was. The job summary has the report.';
    }
    if (status === 403 && /locked/i.test(message)) {
        return 'The conversation of the pull request is locked; the comment is left as it was. The job summary has the report.';
    }
    if (status === 401) {
        return 'GitHub does not accept the token (401). Give "github-token" a valid one with "pull-requests: write".';
    }
    if (status === 403) {
        return 'The token may not write comments (403). Add "permissions: pull-requests: write" to the job; for pull requests from forks, whose token is read-only, use the companion action "comment" on workflow_run. The job summary has the report.';
    }
    if (status === 404) {
        return 'The token does not see the pull request (404): it lacks "pull-requests: write", or belongs to another repository. The job summary has the report.';
    }
    if (status === 410) {
        return 'Comments are switched off for this repository (410). The job summary has the report.';
    }
    if (status === 422) {
        return `GitHub refused the text of the comment (422: ${message}). The job summary has the report; please report this.`;
    }
    return `GitHub answered ${status} (${message}); the comment is left as it was. The job summary has the report.`;
}


/***/ }),

/***/ 61061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ng: () => (/* binding */ connect),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   _N: () => (/* binding */ commentApi),
/* harmony export */   db: () => (/* binding */ startDeadline)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84650);

function startDeadline(milliseconds) {
    const end = Date.now() + milliseconds;
    return { signal: AbortSignal.timeout(milliseconds), left: () => Math.max(0, end - Date.now()) };
}
/**
 * GitHub's client, loaded here and nowhere else. Reads and edits are retried by the retry plugin; a POST is
 * not, since an answer that got lost would leave two comments; limits are waited for within the deadline.
 */
async function connect(repository, deadline) {
    const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
        __webpack_require__.e(/* import() */ 758).then(__webpack_require__.bind(__webpack_require__, 11758)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(735)]).then(__webpack_require__.bind(__webpack_require__, 49735)),
        Promise.all(/* import() */[__webpack_require__.e(251), __webpack_require__.e(475)]).then(__webpack_require__.bind(__webpack_require__, 86856))
    ]);
    const withinDeadline = (seconds, _options, _octokit, count) => count < 2 && seconds * 1000 < deadline.left();
    const octokit = getOctokit(repository.token, {
        log: silent,
        retry: { doNotRetry: [400, 401, 403, 404, 410, 413, 422, 429, 451] },
        throttle: { onRateLimit: withinDeadline, onSecondaryRateLimit: withinDeadline }
    }, noRetryAfter(deadline), retry, throttling);
    return async (route, parameters = {}) => {
        const isQuery = route === graphql;
        const request = {
            signal: deadline.signal,
            ...(route.startsWith('POST') && !isQuery && { retries: 0 })
        };
        const place = isQuery ? { baseUrl: graphqlBase(octokit.request.endpoint.DEFAULTS.baseUrl) } : {};
        try {
            const { data } = await beforeDeadline(octokit.request(route, { ...place, ...parameters, request }), deadline);
            return data;
        }
        catch (error) {
            throw asFailure(error);
        }
    };
}
const graphql = 'POST /graphql';
/** GitHub Enterprise Server has REST below /api/v3 and GraphQL below /api. */
function graphqlBase(rest) {
    return rest.replace(/\/api\/v3\/?$/, '/api');
}
/** A plugin that stands before the retry plugin: it would go on trying with a signal that is aborted. */
function noRetryAfter({ signal }) {
    return octokit => {
        octokit.hook.error('request', (error, options) => {
            if (signal.aborted)
                options.request.retries = 0;
            throw error;
        });
        return {};
    };
}
function commentApi(ask, repository, number) {
    const place = { owner: repository.owner, repo: repository.name };
    return {
        async author() {
            const answer = await ask(graphql, { query: '{ viewer { login } }' });
            const login = field(field(field(answer, 'data'), 'viewer'), 'login');
            if (typeof login !== 'string')
                throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F(0, 'GitHub does not say who the token is');
            return login;
        },
        async list() {
            const comments = [];
            for (let page = 1;; page++) {
                const answer = await ask('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                    ...place,
                    issue_number: number,
                    per_page: 100,
                    page
                });
                // A page of a proxy for a list would make it look as if there were no comment yet.
                if (!Array.isArray(answer))
                    throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F(0, 'the answer is not one of its API');
                const items = answer;
                comments.push(...items.map(readComment));
                if (items.length < 100)
                    return comments;
            }
        },
        async create(body) {
            return readComment(await ask('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                ...place,
                issue_number: number,
                body
            }));
        },
        async update(id, body) {
            await ask('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
                ...place,
                comment_id: id,
                body
            });
        },
        async remove(id) {
            await ask('DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}', {
                ...place,
                comment_id: id
            });
        },
        async headSha() {
            const answer = await ask('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
                ...place,
                pull_number: number
            });
            const sha = field(field(answer, 'head'), 'sha');
            if (typeof sha !== 'string')
                throw new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F(0, 'the answer is not one of its API');
            return sha;
        }
    };
}
function readComment(answer) {
    return {
        id: Number(field(answer, 'id')),
        author: String(field(field(answer, 'user'), 'login') ?? ''),
        body: String(field(answer, 'body') ?? ''),
        url: String(field(answer, 'html_url') ?? '')
    };
}
function field(value, name) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
        return undefined;
    // An object of JSON; its own member is asked for by name.
    return value[name];
}
/** A wait of the plugins does not hear the signal, so the promise is raced as well. */
function beforeDeadline(work, { signal }) {
    return new Promise((resolve, reject) => {
        const late = () => reject(new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F(0, 'the time for publishing is over'));
        if (signal.aborted)
            return late();
        signal.addEventListener('abort', late, { once: true });
        work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late));
    });
}
function asFailure(error) {
    if (error instanceof _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F)
        return error;
    const message = error instanceof Error ? error.message : String(error);
    // Octokit gives a lost connection the status 500 and no response.
    const answered = field(error, 'response') !== undefined;
    const status = field(error, 'status');
    return new _failure_js__WEBPACK_IMPORTED_MODULE_0__/* .ApiFailure */ .F(answered && typeof status === 'number' ? status : 0, message, {
        cause: error
    });
}
/** The client would print warnings of its own; what matters is said by `explainFailure`. */
const silent = { debug() { }, info() { }, warn() { }, error() { } };


/***/ }),

/***/ 68156:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ annotation),
  R: () => (/* binding */ log)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/visible.js
var visible = __webpack_require__(6257);
;// CONCATENATED MODULE: ./build/publish/harmless.js


/**
 * What the runner would act on in a line of the log: `::command::` after leading white space, and the older
 * `##[command]` anywhere (actions/runner ActionCommand.cs). Controls, line ends and escapes of the terminal
 * become visible; credentials are taken out.
 */
function harmless(text) {
    const shown = (0,visible/* visible */.RK)((0,redact.redactText)(text)).replace(/##(?=\[)/g, '#\\x23');
    return shown.replace(/^(\s*):(?=:)/, '$1\\x3a');
}
/**
 * A line of text that others wrote, quoted so that no problem matcher left by an earlier step takes it for a
 * message of a compiler: those of tsc, eslint, go and python want the line's start, eslint-compact its end.
 */
function quoted(line) {
    const shown = harmless(line);
    return `  | ${shown}${shown.endsWith(')') ? ' ' : ''}`;
}

;// CONCATENATED MODULE: ./build/publish/log.js




/** The runner cuts a message there (actions/runner ExecutionContext.cs). */
const MESSAGE_LIMIT = 4096;
const log = {
    line: text => core/* info */.pq(harmless(text)),
    block(title, text) {
        core/* startGroup */.Oh(harmless(title));
        for (const line of text.split('\n'))
            core/* info */.pq(quoted(line));
        core/* endGroup */.N4();
    },
    notice: message => core/* notice */.lm(annotation(message)),
    warning: message => core/* warning */.$e(annotation(message)),
    error: message => core/* error */.z3(annotation(message))
};
/** Text of an annotation: the toolkit escapes what a command needs, the rest is made visible here. */
function annotation(text) {
    return (0,visible/* shorten */.ml)((0,visible/* visible */.RK)((0,redact.redactText)(text)), MESSAGE_LIMIT - 40);
}


/***/ }),

/***/ 23552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ writeSummary),
/* harmony export */   p: () => (/* binding */ SUMMARY_BUDGET)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46058);

/** The runner drops a summary of more than 1 MiB whole; the text is rendered to this budget. */
const SUMMARY_BUDGET = 1024 * 1024 - 16 * 1024;
/** Markdown that is rendered already; added to what earlier calls of this step wrote. */
async function writeSummary(markdown) {
    if ((process.env.GITHUB_STEP_SUMMARY ?? '') === '')
        return;
    await _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.addRaw(markdown.endsWith('\n') ? markdown : `${markdown}\n`).write();
    _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .summary */ .z.emptyBuffer();
}


/***/ }),

/***/ 38414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ productRoot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);


/**
 * The folder that holds `schemas/` and `package.json`: one above this module, from sources, from build/ and from
 * dist/ alike. Never the working directory, and never `process.argv[1]`, which may be a link.
 */
function productRoot() {
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url));
    // A name in a variable: a literal path beside import.meta.url would make the bundler copy the folder.
    const above = '..';
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(here, above);
}


/***/ })

};
