export const id = 74;
export const ids = [74];
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


/***/ })

};
