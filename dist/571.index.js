export const id = 571;
export const ids = [571,994];
export const modules = {

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

/***/ 81571:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 8 modules
var core = __webpack_require__(46058);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/publish/log.js + 1 modules
var log = __webpack_require__(68156);
// EXTERNAL MODULE: ./build/publish/summary.js
var summary = __webpack_require__(23552);
// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/headline.js
var headline = __webpack_require__(2251);
// EXTERNAL MODULE: ./build/report/state.js
var state = __webpack_require__(16034);
// EXTERNAL MODULE: ./build/action/context.js
var action_context = __webpack_require__(73280);
// EXTERNAL MODULE: ./build/action/duties.js + 2 modules
var duties = __webpack_require__(91327);
// EXTERNAL MODULE: ./build/action/inputs.js
var action_inputs = __webpack_require__(7126);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/config.js
var config = __webpack_require__(45169);
// EXTERNAL MODULE: ./build/config/rendering.js
var rendering = __webpack_require__(25735);
// EXTERNAL MODULE: ./build/git/command.js
var command = __webpack_require__(43662);
// EXTERNAL MODULE: ./build/git/commit.js
var git_commit = __webpack_require__(94474);
;// CONCATENATED MODULE: ./build/git/event.js

/** One entry per event that says by itself what to compare; docs/events.md has the same rows. */
const planners = {
    pull_request: planPullRequest,
    pull_request_target: planPullRequestTarget,
    push: planPush,
    merge_group: planMergeGroup,
    workflow_run: () => {
        throw new errors/* UserError */.y('A workflow_run event does not say what to compare: it is for posting the report of another run.', 'Use the companion action "comment" here, and this action in the workflow that runs on pull_request.');
    }
};
const plannedEvents = Object.keys(planners);
/**
 * Pure: payload, environment and inputs in, plan out.
 * @throws UserError where the event does not say what to compare; it says what to do instead
 */
function planEvent(event) {
    const payload = fields(event.payload);
    if (event.name === 'pull_request_target')
        refuseForkCheckout(event, payload);
    if (event.base !== '' || event.head !== '')
        return planInputs(event, payload);
    const planner = Object.hasOwn(planners, event.name) ? planners[event.name] : undefined;
    if (planner !== undefined)
        return planner(event, payload);
    throw new errors/* UserError */.y(`A ${event.name} event does not say what to compare.`, 'Give the input "base" (and "head", unless the commit of the run is meant), or run on pull_request, push or merge_group.');
}
function planInputs(event, payload) {
    const pullRequest = event.name.startsWith('pull_request') ? readPullRequest(payload) : null;
    if (event.base === '') {
        throw new errors/* UserError */.y('The input "head" is given without "base".', 'Give both, or neither on pull_request, push and merge_group.');
    }
    const head = event.head === '' ? event.sha : event.head;
    return {
        attempts: [
            { base: { kind: 'commit', name: event.base }, head, why: 'as the inputs base and head say' }
        ],
        pullRequest,
        fetchDepth: 0
    };
}
/**
 * GITHUB_SHA is the merge that GitHub made to test, and its first parent is the base branch as it was then;
 * `pull_request.base.sha` can be older. The second parent tells whether it is the merge of this very head.
 */
function planPullRequest(event, payload) {
    const pullRequest = readPullRequest(payload);
    if (event_text(payload.action) === 'closed') {
        throw new errors/* UserError */.y('A closed pull request has nothing left to review.', 'Leave "closed" out of "types" of pull_request; use push to review what was merged.');
    }
    return planMerge(event.sha, pullRequest, payload);
}
/** Data mode: nothing of the pull request is on disk, its objects are read as data. */
function planPullRequestTarget(_event, payload) {
    const pullRequest = readPullRequest(payload);
    const merge = event_text(fields(payload.pull_request).merge_commit_sha);
    return planMerge(merge, pullRequest, payload);
}
function planMerge(merge, pullRequest, payload) {
    const { headSha, number } = pullRequest;
    const baseSha = sha(fields(fields(payload.pull_request).base).sha, 'pull_request.base.sha');
    const attempts = [];
    if (isSha(merge) && merge !== headSha) {
        attempts.push({
            base: { kind: 'first-parent', of: merge, merges: headSha },
            head: merge,
            why: `the merge of pull request ${number} against its first parent`
        });
    }
    attempts.push({
        base: { kind: 'merge-base', of: baseSha, with: headSha },
        head: headSha,
        why: `the head of pull request ${number} against its merge base, since there is no merge commit of it (a conflict, or it could not be fetched)`,
        secondBest: true
    });
    return { attempts, pullRequest, fetchDepth: 2 };
}
/**
 * A workflow of pull_request_target has a token that can write and the secrets of the repository. Whoever
 * checks the fork's head out there is one step from running it.
 */
function refuseForkCheckout(event, payload) {
    const pullRequest = readPullRequest(payload);
    const { checkedOut } = event;
    if (!pullRequest.fork || checkedOut === null)
        return;
    const { headSha } = pullRequest;
    if (checkedOut.sha !== headSha && !checkedOut.parents.includes(headSha))
        return;
    throw new errors/* UserError */.y('This pull_request_target run has checked out the head of a fork, with a token that can write.', 'Run on pull_request instead, and let the companion action "comment" post on workflow_run; or check out the base branch only: the head is read from git as data.');
}
function planPush(event, payload) {
    const before = event_text(payload.before);
    const after = event_text(payload.after) || event.sha;
    if (isZero(after)) {
        throw new errors/* UserError */.y(`${event.ref} was deleted: there is no state to review.`, 'Leave deletions out of the workflow: "if: github.event.deleted == false".');
    }
    if (event.ref.startsWith('refs/tags/')) {
        throw new errors/* UserError */.y(`A pushed tag (${event.ref}) does not say what to compare it with.`, 'Give the input "base", for example the tag before it.');
    }
    const head = sha(after, 'after');
    if (!isZero(before)) {
        return {
            attempts: [
                {
                    base: { kind: 'commit', name: sha(before, 'before') },
                    head,
                    why: `${event.ref} before and after the push`
                }
            ],
            pullRequest: null,
            fetchDepth: 0
        };
    }
    const defaultBranch = event_text(fields(payload.repository).default_branch);
    const isDefault = defaultBranch === '' || event.ref === `refs/heads/${defaultBranch}`;
    return {
        attempts: [
            isDefault
                ? { base: { kind: 'nothing' }, head, why: `${event.ref} is new: all of it` }
                : {
                    base: { kind: 'merge-base', of: `refs/heads/${defaultBranch}`, with: head },
                    head,
                    why: `${event.ref} is new: against where it left ${defaultBranch}`
                }
        ],
        pullRequest: null,
        fetchDepth: 0
    };
}
function planMergeGroup(_event, payload) {
    const group = fields(payload.merge_group);
    return {
        attempts: [
            {
                base: { kind: 'commit', name: sha(group.base_sha, 'merge_group.base_sha') },
                head: sha(group.head_sha, 'merge_group.head_sha'),
                why: 'the merge group against its base'
            }
        ],
        pullRequest: null,
        fetchDepth: 0
    };
}
/** @throws UserError when the payload is not that of a pull request */
function readPullRequest(payload) {
    const pull = fields(fields(payload).pull_request);
    const number = pull.number;
    if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 1) {
        throw incomplete('pull_request.number');
    }
    const headRepo = event_text(fields(fields(pull.head).repo).full_name);
    const baseRepo = event_text(fields(fields(pull.base).repo).full_name);
    return {
        number,
        headSha: sha(fields(pull.head).sha, 'pull_request.head.sha'),
        // A fork that was deleted since has no `head.repo` any more.
        fork: headRepo === '' || headRepo !== baseRepo
    };
}
function fields(value) {
    // A JSON object; what its members are is asked one by one.
    return typeof value === 'object' && value !== null ? value : {};
}
function event_text(value) {
    return typeof value === 'string' ? value : '';
}
function isSha(value) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}
function isZero(value) {
    return /^0+$/.test(value);
}
function sha(value, name) {
    if (typeof value === 'string' && isSha(value))
        return value;
    throw incomplete(name);
}
function incomplete(name) {
    return new errors/* UserError */.y(`The payload of the event has no usable ${name}.`, 'GITHUB_EVENT_PATH has to point at the payload that GitHub wrote; give "base" and "head" otherwise.');
}

;// CONCATENATED MODULE: ./build/git/fetch.js
/**
 * The token goes to git by environment, bound to the server's URL, never by command line or file. The empty
 * value first takes away the header that actions/checkout may have stored: two of them are refused.
 */
function tokenAccess(serverUrl, token) {
    if (token === '')
        return {};
    const key = `http.${serverUrl.replace(/\/+$/, '')}/.extraheader`;
    const credentials = Buffer.from(`x-access-token:${token}`).toString('base64');
    return {
        env: {
            GIT_CONFIG_COUNT: '2',
            GIT_CONFIG_KEY_0: key,
            GIT_CONFIG_VALUE_0: '',
            GIT_CONFIG_KEY_1: key,
            GIT_CONFIG_VALUE_1: `AUTHORIZATION: basic ${credentials}`
        }
    };
}
/**
 * @param wants commit ids or full ref names (`refs/heads/main`)
 * @param extent `--depth=N` or `--deepen=N`, or nothing in a complete clone
 * @returns what git said when it failed, null when it worked
 */
async function fetchCommits(git, remote, wants, extent) {
    const answer = await git.run([
        'fetch',
        '--quiet',
        '--no-tags',
        '--no-write-fetch-head',
        '--recurse-submodules=no',
        ...extent,
        '--end-of-options',
        remote.name,
        ...wants
    ], remote.access);
    if (answer.code === 0)
        return null;
    return answer.code === null ? 'it did not finish in time' : answer.stderr || `exit ${answer.code}`;
}

// EXTERNAL MODULE: ./build/git/file-at.js
var file_at = __webpack_require__(68399);
;// CONCATENATED MODULE: ./build/git/resolve.js




/** How far a shallow clone is deepened in search of a merge base: these many commits at a time. */
const deepenings = [32, 128, 512, 2048];
/**
 * Finds the commits of the first attempt that can be had, and fetches the least that is missing: one commit
 * where its id is known, a growing history only for a merge base.
 * @throws UserError that says which commit is missing and which `fetch-depth` helps
 */
async function resolvePlan(git, plan, remote) {
    const search = new Search(git, remote);
    for (const attempt of plan.attempts) {
        const found = await search.attempt(attempt);
        if (found !== null)
            return { ...found, secondBest: attempt.secondBest === true };
    }
    throw new errors/* UserError */.y(`The commits to compare are not in this clone: ${search.missing.join('; ')}.`, `Set "fetch-depth: ${plan.fetchDepth}" for actions/checkout, or give the step a "github-token" that can read the repository.`);
}
class Search {
    missing = [];
    #git;
    #remote;
    constructor(git, remote) {
        this.#git = git;
        this.#remote = remote;
    }
    async attempt({ base, head, why }) {
        const headCommit = await this.#commit(head);
        if (headCommit === null)
            return null;
        if (base.kind === 'nothing')
            return { base: null, head: headCommit, why };
        const baseCommit = await this.#base(base, headCommit);
        return baseCommit === null ? null : { base: baseCommit, head: headCommit, why };
    }
    async #base(base, head) {
        if (base.kind === 'commit')
            return this.#commit(base.name);
        if (base.kind === 'merge-base')
            return this.#mergeBase(base.of, base.with);
        const [first, second] = head.parents;
        if (first === undefined || second === undefined) {
            this.missing.push(`${resolve_short(base.of)} is not a merge commit`);
            return null;
        }
        if (base.merges !== undefined && second !== base.merges) {
            this.missing.push(`${resolve_short(base.of)} merges ${resolve_short(second)}, not ${resolve_short(base.merges)}`);
            return null;
        }
        return this.#commit(first);
    }
    /** A commit by id, or by a name that is tried as it is and as a branch of the remote. */
    async #commit(name) {
        const isId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(name);
        const names = isId
            ? [name]
            : [name, name.replace(/^(?:refs\/heads\/)?/, 'refs/remotes/origin/')];
        const [here, tracked] = await (0,git_commit/* readCommits */.F)(this.#git, names);
        const local = here ?? tracked ?? null;
        if (local !== null)
            return local;
        if (this.#remote === null) {
            this.missing.push(`${resolve_short(name)} is missing`);
            return null;
        }
        const refusal = await this.#fetch(name, isId);
        const [fetched] = await (0,git_commit/* readCommits */.F)(this.#git, [isId ? name : fetchedName(name)]);
        if (fetched !== null && fetched !== undefined)
            return fetched;
        this.missing.push(`${resolve_short(name)} is missing and could not be fetched (${refusal ?? 'the remote does not have it'})`);
        return null;
    }
    async #fetch(name, isId) {
        if (this.#remote === null)
            return null;
        // gitrevisions and refspec characters: not a branch, or not only one.
        if (/[*?:[\]\\^~\s]/.test(name))
            return 'only branches, tags and commit ids are fetched';
        const want = isId ? name : `+${fullName(name)}:${fetchedName(name)}`;
        // In a complete clone --depth would cut its history.
        const extent = (await this.#isShallow()) ? ['--depth=1'] : [];
        return fetchCommits(this.#git, this.#remote, [want], extent);
    }
    async #mergeBase(of, other) {
        const [a, b] = [await this.#commit(of), await this.#commit(other)];
        if (a === null || b === null)
            return null;
        for (const depth of [0, ...deepenings]) {
            if (depth > 0 && !(await this.#deepen([a.sha, b.sha], depth)))
                break;
            const found = await this.#commonAncestor(a.sha, b.sha);
            if (found !== null)
                return found;
        }
        this.missing.push(`no common ancestor of ${resolve_short(of)} and ${resolve_short(other)} was found`);
        return null;
    }
    async #commonAncestor(a, b) {
        const answer = await this.#git.run(['merge-base', a, b]);
        if (answer.code === 1)
            return null;
        if (answer.code !== 0)
            throw (0,command/* gitError */.N7)('merge-base', answer, this.#git.directory);
        const [commit] = await (0,git_commit/* readCommits */.F)(this.#git, [answer.stdout.toString('latin1').trim()]);
        return commit ?? null;
    }
    /** false: there is nothing to deepen, or no remote to ask. */
    async #deepen(commits, depth) {
        if (this.#remote === null)
            return false;
        if (!(await this.#isShallow()))
            return false;
        const refusal = await fetchCommits(this.#git, this.#remote, commits, [`--deepen=${depth}`]);
        if (refusal !== null)
            this.missing.push(`deepening the clone failed (${refusal})`);
        return refusal === null;
    }
    async #isShallow() {
        const answer = await this.#git.run(['rev-parse', '--is-shallow-repository']);
        return answer.stdout.toString('latin1').trim() === 'true';
    }
}
function fullName(name) {
    return name.startsWith('refs/') ? name : `refs/heads/${name}`;
}
/** Where a branch that had to be fetched by name is kept: a place of our own, so that no ref of the user moves. */
function fetchedName(name) {
    return `refs/meshproof/${fullName(name).slice('refs/'.length)}`;
}
function resolve_short(name) {
    return /^[0-9a-f]{40,64}$/.test(name) ? `commit ${name.slice(0, 12)}` : name;
}

// EXTERNAL MODULE: ./build/git/sides.js + 1 modules
var git_sides = __webpack_require__(44880);
// EXTERNAL MODULE: ./build/git/source-tree.js
var source_tree = __webpack_require__(43131);
;// CONCATENATED MODULE: ./build/action/read.js












/**
 * From the event to both sides.
 * @throws UserError that says why there is nothing to compare and what to do
 */
async function readEvent(inputs, context, environment) {
    const directory = (0,external_node_path_.resolve)(context.workspace, inputs.workingDirectory);
    const git = (0,command/* openGit */.zY)(directory, environment);
    const [checkedOut = null] = await (0,git_commit/* readCommits */.F)(git, ['HEAD']);
    const { base, head } = inputs;
    const plan = planEvent({ ...context.event, base, head, checkedOut });
    const remote = {
        name: 'origin',
        access: tokenAccess(context.serverUrl, inputs.token)
    };
    const comparison = await resolvePlan(git, plan, remote);
    const { why, secondBest } = comparison;
    const named = await namedFile(git, comparison, inputs.config);
    const usual = await usualFile(git, comparison);
    const text = named === null ? decoded(usual[0]) : named.text;
    const { access } = remote;
    const always = (0,rendering/* mayRender */.Wn)(text) || (0,rendering/* mayUpgrade */.K1)(text) || inputs.istioBaseVersion !== null;
    const sides = await (0,git_sides/* readSides */.h)(git, comparison, { access, always });
    const { base: before, head: after } = comparison;
    const reading = {
        directory,
        trees: {
            base: before === null ? source_tree/* emptyTree */["in"] : (0,source_tree/* commitTree */.SC)(git, before, access),
            head: (0,source_tree/* commitTree */.SC)(git, after, access)
        },
        pullRequest: plan.pullRequest,
        why,
        author: authorOf(plan.pullRequest, context.event.name),
        named,
        notes: secondBest ? [`What was compared: ${why}.`] : []
    };
    if (sides.changed.length > 0 || sides.base.files.length > 0)
        return { ...sides, ...reading };
    return { ...sides, ...reading, base: { ...sides.base, files: usual } };
}
/** @throws UserError when neither side has the file that somebody named */
async function namedFile(git, { base, head }, given) {
    if (given === null)
        return null;
    const path = external_node_path_.posix.normalize(given);
    const bytes = base === null ? null : await (0,file_at/* readFileAt */._)(git, base, path);
    if (bytes === null && (await (0,file_at/* readFileAt */._)(git, head, path)) === null) {
        throw new errors/* UserError */.y(`The input "config" names ${JSON.stringify(given)}, which neither base nor head has.`, 'Give the path of a file from the top of the repository.');
    }
    return { path, text: bytes === null ? null : bytes.toString('utf8') };
}
/** Whether and how to comment stands in the configuration, also where nothing relevant changed. */
async function usualFile(git, { base }) {
    const bytes = base === null ? null : await (0,file_at/* readFileAt */._)(git, base, config/* CONFIG_FILE */.g);
    return bytes === null ? [] : [{ path: config/* CONFIG_FILE */.g, bytes, side: 'base' }];
}
function authorOf(pullRequest, event) {
    if (pullRequest?.fork !== true)
        return 'member';
    return event === 'pull_request_target' ? 'stranger with a token' : 'stranger';
}
function decoded(file) {
    return file === undefined ? null : new TextDecoder().decode(file.bytes);
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/review/load-rules.js
var load_rules = __webpack_require__(96607);
// EXTERNAL MODULE: ./build/review/rule-text.js
var rule_text = __webpack_require__(93563);
// EXTERNAL MODULE: ./build/root.js
var build_root = __webpack_require__(38414);
// EXTERNAL MODULE: ./build/action/nothing-relevant.js
var nothing_relevant = __webpack_require__(50994);
;// CONCATENATED MODULE: ./build/action/reviewing.js









/** From both sides to the report. The engine is loaded only where something relevant changed. */
async function review(reading, inputs, environment) {
    const root = (0,build_root/* productRoot */.K)();
    const { config, notes: aboutConfig } = await readConfiguration(reading, root);
    const notes = [...reading.notes, ...aboutConfig];
    const version = productVersion(root);
    const { base, head, changed } = reading;
    const rendered = await renderedMeshes(reading, config, inputs, environment);
    const upgrades = inputs.istioBaseVersion !== null || basedOn(config);
    if (changed.length === 0 && !upgrades && !rendered.some(mesh => mesh.changed)) {
        return { report: { ...(0,nothing_relevant.nothingRelevant)(base, head, version), notes }, config };
    }
    const [pipeline, { openSchemaStore }, { minorOf, MINORS }, rules] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(280), __webpack_require__.e(170), __webpack_require__.e(272), __webpack_require__.e(308)]).then(__webpack_require__.bind(__webpack_require__, 57979)),
        __webpack_require__.e(/* import() */ 987).then(__webpack_require__.bind(__webpack_require__, 22987)),
        __webpack_require__.e(/* import() */ 552).then(__webpack_require__.bind(__webpack_require__, 81552)),
        (0,load_rules/* loadRules */.A)((0,rule_text/* ruleNeed */.N)(base, head, rendered))
    ]);
    const now = head.committedAt ?? base.committedAt;
    const minorIn = (input, value) => {
        const minor = value === null ? null : minorOf(value);
        if (value === null || minor !== null)
            return minor;
        throw new errors/* UserError */.y(`The input "${input}" is ${JSON.stringify(value)}, which Meshproof does not know.`, `Known are ${MINORS[0]} to ${MINORS.at(-1)}; give the minor, such as 1.29.`);
    };
    const minor = minorIn('istio-version', inputs.istioVersion);
    const from = minorIn('istio-base-version', inputs.istioBaseVersion);
    const report = await pipeline.review({
        command: 'check',
        base,
        head,
        config,
        rendered,
        schemas: openSchemaStore(root),
        ...rules,
        features: {},
        ...(minor !== null && { istio: { minor, why: 'input istio-version' } }),
        ...(from !== null && { istioBase: { minor: from, why: 'input istio-base-version' } }),
        ...(now !== undefined && { now }),
        version,
        notes
    });
    return { report, config };
}
/** Base is put under another version: nothing is irrelevant then. */
function basedOn({ istioBase, meshes }) {
    return istioBase !== null || meshes.some(mesh => (mesh.istioBase ?? null) !== null);
}
/** The renderers are loaded only where a mesh has a render step. */
async function renderedMeshes({ trees, author, directory }, config, inputs, env) {
    const meshes = (0,rendering/* meshesToRender */.H3)(config);
    if (meshes.length === 0)
        return [];
    const { renderMeshes } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(874)]).then(__webpack_require__.bind(__webpack_require__, 9874));
    return renderMeshes({
        meshes,
        ...trees,
        tools: config.tools,
        env,
        directory,
        author,
        allowCommands: inputs.allowRenderCommand
    });
}
/** From base always: a change must not loosen the gate that judges it. */
async function readConfiguration({ base, head, changed, named }, root) {
    const schema = () => JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, 'schemas/config.schema.json'), 'utf8'));
    if (named !== null) {
        const { path, text } = named;
        if (text === null) {
            const notes = [`${path} is not in base yet; the defaults hold until this is merged.`];
            return { config: config/* defaultConfig */.s, notes };
        }
        const { readConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(682)]).then(__webpack_require__.bind(__webpack_require__, 52682));
        return { config: await readConfig({ file: path, text, schema: schema() }), notes: [] };
    }
    const nothingRelevant = changed.length === 0;
    if (nothingRelevant && base.files.length === 0)
        return { config: config/* defaultConfig */.s, notes: [] };
    const { configOfSides } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(399)]).then(__webpack_require__.bind(__webpack_require__, 23399));
    return configOfSides({ base, head: nothingRelevant ? base : head }, null, schema);
}
function productVersion(root) {
    const { version } = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, 'package.json'), 'utf8'));
    return typeof version === 'string' ? version : 'unknown';
}

;// CONCATENATED MODULE: ./build/action/main.js












/**
 * The action. The verdict comes first and without the network; then outputs and the report's file, summary,
 * annotations, comment, exit code. Nothing after the verdict can change it, and a step without a verdict is red.
 */
async function main() {
    core/* saveState */.LZ('started', 'true');
    const context = (0,action_context/* readContext */.y)(process.env);
    try {
        const inputs = (0,action_inputs/* readInputs */.K)();
        const reading = await readEvent(inputs, context, process.env);
        log/* log */.R.line(`Comparing ${reading.base.name} with ${reading.head.name}: ${reading.why}.`);
        const reviewed = await review(reading, inputs, process.env);
        core/* saveState */.LZ('verdict', reviewed.report.verdict.outcome);
        await publish(reviewed, reading, inputs, context);
    }
    catch (error) {
        await fail(error);
    }
}
async function publish({ report, config }, reading, inputs, context) {
    if ((0,duties/* fails */.c6)(report))
        process.exitCode = 1;
    (0,duties/* writeOutputs */.Kn)(report);
    await duty('The report file', () => (0,duties/* writeReportFile */.aS)(report, context, inputs.reportFile));
    await duty('The job summary', () => (0,duties/* writeJobSummary */.j7)(report, context));
    await duty('The SARIF file', () => (0,duties/* writeSarifFile */.Vx)(report, context, inputs.sarifFile));
    await duty('The annotations', () => (0,duties/* writeLog */.ur)(report, reading.changed));
    const mode = inputs.comment ?? config.comment.when;
    const key = inputs.commentKey ?? config.comment.key ?? context.workflow;
    await duty('The comment', () => commentOn(report, reading, inputs.token, mode, key, context));
    if ((0,duties/* fails */.c6)(report))
        core/* setFailed */.C1((0,headline/* headline */.Pl)(report));
}
/** A duty that fails is said and does not keep the next from being done. */
async function duty(name, work) {
    try {
        await work();
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        log/* log */.R.warning(`${name} could not be written: ${why}`);
        await (0,summary/* writeSummary */.S)(`\n${name} could not be written: ${(0,report_escape/* markdownCode */.D9)(why)}\n`).catch(() => {
            // The summary is what fails: the warning has said it.
        });
    }
}
async function commentOn(report, { pullRequest }, token, mode, key, context) {
    if (pullRequest === null || mode === 'never')
        return;
    if (token === '' || context.repository === '') {
        log/* log */.R.notice('No comment: there is no "github-token".');
        return;
    }
    const { comment, wants, COMMENT_BUDGET } = await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 22074));
    const { markdown } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 5309));
    await comment({
        repository: context.repository,
        token,
        pullRequest: pullRequest.number,
        key,
        sha: pullRequest.headSha,
        run: context.run,
        verdict: report.verdict.outcome,
        text: markdown.render(report, (0,duties/* renderOptions */.Dx)(report, context, COMMENT_BUDGET)),
        wanted: wants(mode, (0,duties/* fails */.c6)(report), (0,state/* reportState */.m)(report) === 'nothing-relevant')
    });
}
/** No verdict is never a pass. The user's mistake is told with its cure, ours with its stack. */
async function fail(error) {
    process.exitCode = 1;
    core/* setOutput */.uH('verdict', 'error');
    core/* saveState */.LZ('verdict', 'error');
    if (error instanceof errors/* UserError */.y) {
        core/* setFailed */.C1((0,log/* annotation */.w)(`${error.message} ${error.hint}`));
        await (0,summary/* writeSummary */.S)(`### Meshproof could not compare\n\n${(0,report_escape/* markdownProse */.h$)(error.message)}\n\n${(0,report_escape/* markdownProse */.h$)(error.hint)}\n`);
        return;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    log/* log */.R.block('Meshproof failed. This is a defect of Meshproof; please report it with these lines', stack);
    core/* setFailed */.C1('Meshproof failed: nothing is proven. This is a defect of Meshproof, not of the change; please report it with the lines of the log.');
    await (0,summary/* writeSummary */.S)('### 💥 Meshproof failed: nothing is proven\n\nThis is a defect of Meshproof, not of the change. Please report it with the lines of the log.\n');
}


/***/ }),

/***/ 50994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingRelevant: () => (/* binding */ nothingRelevant)
/* harmony export */ });
/** The report where no file that could hold a manifest differs: nothing was read, and the engine not loaded. */
function nothingRelevant(base, head, version) {
    return {
        schema: 'meshproof/report/v1',
        versions: { meshproof: version },
        command: 'check',
        sides: { base: side(base), head: side(head) },
        meshes: [],
        verdict: { outcome: 'pass', reasons: [] },
        effects: [],
        unknown: [],
        findings: { introduced: [], resolved: [], remaining: [] },
        unchanged: { proxies: 0, tables: 0, classes: 0, textOnly: [], assumptions: [] },
        coverage: {
            files: { base: 0, head: 0 },
            manifests: { base: 0, head: 0 },
            changed: { files: 0, manifests: 0 },
            byKind: {},
            skipped: []
        },
        assumptions: [],
        plan: { rollout: [], verify: [], watch: [], rollback: [] }
    };
}
function side({ name, commit }) {
    return commit === undefined ? { name } : { name, commit };
}


/***/ }),

/***/ 25735:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H3: () => (/* binding */ meshesToRender),
/* harmony export */   K1: () => (/* binding */ mayUpgrade),
/* harmony export */   Wn: () => (/* binding */ mayRender)
/* harmony export */ });
/** The meshes of a configuration that have a render step, in its order. */
function meshesToRender(config) {
    return config.meshes.flatMap(({ name, render, defaultNamespace }) => render === undefined
        ? []
        : [{ name, step: render, defaultNamespace: defaultNamespace ?? config.defaultNamespace }]);
}
/**
 * Whether a configuration could have a render step, before it is parsed: then a change of any file counts, not only of
 * those that can hold a manifest.
 */
function mayRender(text) {
    return text !== null && /["']?\brender["']?\s*:/.test(text);
}
/** Whether a configuration could put base under another version: then every object counts, changed or not. */
function mayUpgrade(text) {
    return text !== null && /["']?\bistioBase["']?\s*:/.test(text);
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

/***/ 94474:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ readCommits)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43662);


/**
 * Resolves revisions without running a line of them as an option: they go to standard input.
 * @returns one entry per revision, null where this clone has no such commit
 */
async function readCommits(git, revisions) {
    for (const revision of revisions) {
        if (/[\n\0]/.test(revision) || revision.trim() === '') {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${JSON.stringify(revision)} is not a name of a commit.`, 'Give a branch, a tag or a commit id.');
        }
    }
    const input = revisions.map(revision => `${revision}^{commit}\n`).join('');
    const output = await (0,_command_js__WEBPACK_IMPORTED_MODULE_1__/* .readGit */ .lX)(git, ['cat-file', '--batch'], { input });
    const commits = [];
    let at = 0;
    while (commits.length < revisions.length) {
        const end = output.indexOf(10, at);
        if (end === -1)
            throw new Error('git cat-file --batch answered fewer objects than asked for');
        const header = /^([0-9a-f]{40,64}) commit (\d+)$/.exec(output.toString('utf8', at, end));
        at = end + 1;
        if (header === null) {
            // `<name> missing` or `<name> ambiguous`
            commits.push(null);
            continue;
        }
        const size = Number(header[2]);
        commits.push(parseCommit(header[1] ?? '', output.toString('utf8', at, at + size)));
        at += size + 1;
    }
    return commits;
}
function parseCommit(sha, text) {
    const parents = [];
    let committedAt = '';
    for (const line of text.split('\n')) {
        if (line === '')
            break;
        const parent = /^parent ([0-9a-f]+)$/.exec(line);
        if (parent?.[1] !== undefined)
            parents.push(parent[1]);
        const committer = /^committer .*> (-?\d+) [+-]\d{4}$/.exec(line);
        if (committer !== null)
            committedAt = utc(Number(committer[1]));
    }
    return { sha, parents, committedAt };
}
/** Seconds beyond what a date can hold (a forged commit) count as the epoch. */
function utc(seconds) {
    const date = new Date(seconds * 1000);
    const valid = Number.isNaN(date.getTime()) ? new Date(0) : date;
    return `${valid.toISOString().slice(0, 19)}Z`;
}


/***/ }),

/***/ 68399:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ readFileAt)
/* harmony export */ });
/* harmony import */ var _command_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43662);

/**
 * One file of a commit, without listing its tree.
 * @returns null where the commit has no such regular file
 */
async function readFileAt(git, commit, path) {
    if (path.includes('\n'))
        return null;
    const input = `${commit.sha}:${path}\n`;
    const output = await (0,_command_js__WEBPACK_IMPORTED_MODULE_0__/* .readGit */ .lX)(git, ['cat-file', '--batch'], { input });
    const end = output.indexOf(10);
    const header = /^[0-9a-f]{40,64} blob (\d+)$/.exec(output.toString('latin1', 0, end));
    return header === null ? null : output.subarray(end + 1, end + 1 + Number(header[1]));
}


/***/ }),

/***/ 44880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ readSides)
});

// EXTERNAL MODULE: ./build/git/blobs.js + 1 modules
var git_blobs = __webpack_require__(23610);
// EXTERNAL MODULE: ./build/git/candidate.js
var candidate = __webpack_require__(3642);
// EXTERNAL MODULE: ./build/git/content.js
var content = __webpack_require__(98034);
;// CONCATENATED MODULE: ./build/git/changes.js


const absent = { mode: '000000', oid: '' };
/** Changes that can alter what manifests say, by name and mode alone. Code-unit order of the path. */
function relevantChanges(changes) {
    const relevant = [];
    for (const change of changes) {
        const { path, base, head } = change;
        if ((0,candidate/* treatmentOf */.W)(path, base.mode) !== 'ignore' || (0,candidate/* treatmentOf */.W)(path, head.mode) !== 'ignore') {
            relevant.push(change);
        }
    }
    return relevant.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
/** The differences of two listings, as diff-tree would give them. */
function* compareTrees(base, head) {
    const before = new Map(base.map(entry => [entry.path, entry]));
    for (const { path, mode, oid } of head) {
        const old = before.get(path) ?? absent;
        before.delete(path);
        if (old.oid !== oid)
            yield { path, base: old, head: { mode, oid } };
    }
    for (const { path, mode, oid } of before.values()) {
        yield { path, base: { mode, oid }, head: absent };
    }
}
/** A changed package.json is not a change of the mesh: JSON counts where one of its sides can hold an object. */
function withoutOtherJson(changes, blobs) {
    return changes.filter(({ path, base, head }) => !isPlainJson(path, base.mode, head.mode) ||
        [base.oid, head.oid].some(oid => {
            const blob = blobs.get(oid);
            return blob !== undefined && !('bytes' in blob && (0,content/* isOtherJson */.Zb)(path, blob.bytes));
        }));
}
/** JSON on each side where it exists: whether it counts depends on its content. */
function jsonOids(changes) {
    const oids = new Set();
    for (const { path, base, head } of changes) {
        if (!isPlainJson(path, base.mode, head.mode))
            continue;
        for (const { mode, oid } of [base, head])
            if (mode !== absent.mode)
                oids.add(oid);
    }
    return oids;
}
function isPlainJson(path, ...modes) {
    return ((0,candidate/* isManifestName */.z)(path) &&
        /\.json$/i.test(path) &&
        modes.every(mode => mode === absent.mode || (0,candidate/* treatmentOf */.W)(path, mode) === 'read'));
}

// EXTERNAL MODULE: ./build/git/collect.js
var collect = __webpack_require__(35185);
// EXTERNAL MODULE: ./build/git/tree.js
var tree = __webpack_require__(91651);
// EXTERNAL MODULE: ./build/git/work-tree.js
var work_tree = __webpack_require__(75395);
;// CONCATENATED MODULE: ./build/git/sides.js







/** Reads the whole mesh of both sides, not only changed files: what a route means depends on its neighbours. */
async function readSides(git, comparison, options = {}) {
    const { base, head } = comparison;
    const limits = options.limits ?? content/* readLimits */.BU;
    const commits = [];
    if (base !== null)
        commits.push(base.sha);
    if (head !== 'work tree')
        commits.push(head.sha);
    const read = (oids) => (0,git_blobs/* readBlobs */.b)(git, commits, oids, limits.file, options.access);
    // Two commits are compared by git, so that nothing is listed when nothing relevant changed.
    let changes = null;
    if (base !== null && head !== 'work tree') {
        changes = relevantChanges(await (0,tree/* diffTrees */.j_)(git, base.sha, head.sha));
        const json = jsonOids(changes);
        if (json.size > 0)
            changes = withoutOtherJson(changes, await read(json));
        if (changes.length === 0 && options.always !== true)
            return unread(base, head);
    }
    const [baseTree, headTree] = await Promise.all([
        base === null ? [] : (0,tree/* listTree */.nT)(git, base.sha),
        head === 'work tree' ? (0,work_tree/* listWorkTree */.O)(git, limits, hashOf(base)) : (0,tree/* listTree */.nT)(git, head.sha)
    ]);
    changes ??= relevantChanges(compareTrees(baseTree, headTree));
    if (changes.length === 0 && options.always !== true)
        return unread(base, head);
    const onDisk = contents(headTree);
    const blobs = new Map([...onDisk, ...(await read(oidsToRead(onDisk, baseTree, headTree)))]);
    changes = withoutOtherJson(changes, blobs);
    if (changes.length === 0 && options.always !== true)
        return unread(base, head);
    const blobOf = ({ oid }) => blobs.get(oid) ?? null;
    const budget = new collect/* ByteBudget */.G(limits.total);
    return {
        head: { ...sideName(head), ...(0,collect/* collect */.F)(headTree, 'head', blobOf, limits, budget) },
        base: { ...sideName(base), ...(0,collect/* collect */.F)(baseTree, 'base', blobOf, limits, budget) },
        changed: changes.map(change => change.path)
    };
}
function unread(base, head) {
    return {
        base: { ...sideName(base), files: [], skipped: [] },
        head: { ...sideName(head), files: [], skipped: [] },
        changed: []
    };
}
function sideName(side) {
    if (side === null)
        return { name: 'nothing' };
    if (side === 'work tree')
        return { name: side };
    return { name: side.sha.slice(0, 12), commit: side.sha, committedAt: side.committedAt };
}
/** The repository's object format, by the length of an id. */
function hashOf(commit) {
    return commit?.sha.length === 64 ? 'sha256' : 'sha1';
}
/** Blobs that are on disk already need not be asked of git. */
function contents(tree) {
    const blobs = new Map();
    for (const { oid, content } of tree)
        if (content !== undefined)
            blobs.set(oid, content);
    return blobs;
}
function oidsToRead(known, ...trees) {
    const oids = new Set();
    for (const tree of trees) {
        for (const { path, mode, oid } of tree) {
            const wanted = (0,candidate/* isManifestName */.z)(path) && (0,candidate/* treatmentOf */.W)(path, mode) === 'read' && !known.has(oid);
            if (wanted)
                oids.add(oid);
        }
    }
    return oids;
}


/***/ }),

/***/ 43131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SC: () => (/* binding */ commitTree),
/* harmony export */   _E: () => (/* binding */ workTree),
/* harmony export */   "in": () => (/* binding */ emptyTree),
/* harmony export */   uY: () => (/* binding */ directoryTree)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _blobs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23610);
/* harmony import */ var _content_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98034);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17354);
/* harmony import */ var _tree_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(91651);
/* harmony import */ var _work_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(75395);







const symlink = '120000';
/** A side without a file. */
const emptyTree = {
    entries: async () => new Map(),
    read: async () => new Map()
};
/** Everything that a commit holds, whatever its name; nothing is listed or read before it is asked for. */
function commitTree(git, commit, access = {}) {
    const entries = once(async () => byPath(await (0,_tree_js__WEBPACK_IMPORTED_MODULE_5__/* .listTree */ .nT)(git, commit.sha)));
    return {
        entries,
        async read(paths) {
            const known = await entries();
            const oids = new Set(paths.flatMap(path => known.get(path)?.oid ?? []));
            const blobs = await (0,_blobs_js__WEBPACK_IMPORTED_MODULE_2__/* .readBlobs */ .b)(git, [commit.sha], oids, _content_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimits */ .BU.file, access);
            const found = new Map();
            for (const path of paths) {
                const blob = blobs.get(known.get(path)?.oid ?? '');
                if (blob === undefined)
                    found.set(path, { refused: 'git does not have its content' });
                else if ('bytes' in blob)
                    found.set(path, held(blob.bytes));
                else
                    found.set(path, { refused: refusal(blob) });
            }
            return found;
        }
    };
}
/** The files on disk that a commit of everything would hold. */
function workTree(git) {
    return onDisk(git.directory, once(async () => byPath(await (0,_work_tree_js__WEBPACK_IMPORTED_MODULE_6__/* .listWorkTree */ .O)(git))));
}
/** A directory as it is, links seen and not followed; git's own folder is not part of it. */
function directoryTree(root) {
    return onDisk(root, once(async () => {
        const found = new Map();
        const open = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(root).isDirectory() ? [''] : [];
        for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
            for (const entry of (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, folder), { withFileTypes: true })) {
                const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
                if (entry.isDirectory()) {
                    if (entry.name !== '.git')
                        open.push(path);
                }
                else
                    found.set(path, { mode: entry.isSymbolicLink() ? symlink : '100644', oid: '' });
            }
        }
        return found;
    }));
}
function onDisk(root, entries) {
    return {
        entries,
        async read(paths) {
            const known = await entries();
            const found = new Map();
            for (const path of paths) {
                if (!known.has(path))
                    continue;
                const full = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, path);
                if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.lstatSync)(full, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
                    found.set(path, Buffer.from((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readlinkSync)(full)));
                    continue;
                }
                const blob = (0,_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .readRegularFile */ .X)(Buffer.from(full), _content_js__WEBPACK_IMPORTED_MODULE_3__/* .readLimits */ .BU.file);
                if (blob === null)
                    found.set(path, { refused: 'it went away while it was read' });
                else
                    found.set(path, 'bytes' in blob ? held(blob.bytes) : { refused: refusal(blob) });
            }
            return found;
        }
    };
}
function held(bytes) {
    return (0,_content_js__WEBPACK_IMPORTED_MODULE_3__/* .isLfsPointer */ .NS)(bytes)
        ? { refused: 'it is a Git LFS pointer; its content is not in git' }
        : bytes;
}
function refusal(blob) {
    return 'tooLarge' in blob ? `it has ${blob.tooLarge} bytes, which is too large` : blob.unreadable;
}
function byPath(entries) {
    const found = new Map();
    for (const { path, mode, oid } of entries)
        found.set(path, { mode, oid });
    return found;
}
function once(make) {
    let made;
    return () => {
        made ??= make();
        return made;
    };
}


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

/***/ 96607:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ loadRules)
/* harmony export */ });
/**
 * What runs the validation rules of objects. A library for all of CEL costs a tenth of a second to load, so that it is
 * loaded for kinds alone whose rules are not Istio's.
 */
async function loadRules(need) {
    if (need === 'none')
        return {};
    if (need === 'plain') {
        const { validatePlainExpressions } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(272), __webpack_require__.e(781)]).then(__webpack_require__.bind(__webpack_require__, 99781));
        return { expressions: validatePlainExpressions };
    }
    const { validateExpressions } = await Promise.all(/* import() */[__webpack_require__.e(856), __webpack_require__.e(707), __webpack_require__.e(272), __webpack_require__.e(317)]).then(__webpack_require__.bind(__webpack_require__, 9317));
    return { expressions: validateExpressions };
}


/***/ }),

/***/ 93563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ ruleNeed)
/* harmony export */ });
/* harmony import */ var _unread_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42818);

/**
 * Whether anything that is judged by itself may have validation rules: a file that differs between the sides, or any
 * file of one state, whose text names an API group of Istio or of the Gateway API. Escapes could hide a name, so that
 * they count as one. What a renderer wrote is not looked into.
 */
function ruleNeed(base, head, rendered) {
    if (rendered.length > 0)
        return 'library';
    const changed = base === null ? null : (0,_unread_js__WEBPACK_IMPORTED_MODULE_0__/* .changedFiles */ .Y)(base, head);
    let need = 'none';
    for (const file of [...(base?.files ?? []), ...head.files]) {
        if (changed?.has(file.path) === false)
            continue;
        const own = needOf(file);
        if (own === 'library')
            return own;
        if (own === 'plain')
            need = own;
    }
    return need;
}
function needOf({ bytes }) {
    // One character a byte: the names are ASCII, and other encodings are not decoded for this.
    const text = new TextDecoder('latin1').decode(bytes);
    if (/gateway\.networking|\\[xuU]|\0/.test(text))
        return 'library';
    return text.includes('.istio.io') ? 'plain' : 'none';
}


/***/ }),

/***/ 42818:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ changedFiles),
/* harmony export */   h: () => (/* binding */ unreadChanges)
/* harmony export */ });
/** What a change in something that was not read leaves open; null where it is nothing that a mesh could use. */
const reasonOf = {
    'helm-template': 'template',
    'helm-values': 'template',
    'helm-chart': 'template',
    placeholder: 'template',
    'kustomize-patch': 'render',
    kustomization: 'render',
    unreadable: 'unreadable',
    'too-large': 'unreadable',
    'too-many-documents': 'unreadable',
    'lfs-pointer': 'unreadable',
    symlink: 'unreadable',
    submodule: 'unreadable',
    binary: 'unreadable',
    'not-kubernetes': null,
    'other-kind': null
};
const wordsOf = {
    'helm-template': 'is a Helm template and was not rendered',
    'helm-values': 'holds Helm values and its chart was not rendered',
    'helm-chart': 'is a Helm chart and was not rendered',
    placeholder: 'holds placeholders that a tool fills in, and was not filled in',
    'kustomize-patch': 'is a kustomize patch and was not rendered',
    kustomization: 'is a kustomization and was not built',
    unreadable: 'could not be read',
    'too-large': 'is too large to be read',
    'too-many-documents': 'has more documents than are read',
    'lfs-pointer': 'is kept in Git LFS and was not fetched',
    symlink: 'is a symbolic link and was not followed',
    submodule: 'is a submodule and was not read',
    binary: 'is binary'
};
/**
 * Changed files that were seen and not read: one unknown per file and reason, so that a chart's edit never looks
 * like no change. What did not change needs no reading to be equal to itself.
 */
function unreadChanges(changed, skipped) {
    const unknown = new Map();
    for (const { file, line, reason } of skipped) {
        if (!changed.has(file) || reason === 'not-kubernetes' || reason === 'other-kind')
            continue;
        const why = reasonOf[reason];
        if (why === null)
            continue;
        const key = `${file}\n${reason}`;
        if (unknown.has(key))
            continue;
        unknown.set(key, {
            reason: why,
            message: `${file} changed, ${wordsOf[reason]}: what it does is not known`,
            subject: null,
            at: rangeOf(file, line)
        });
    }
    return [...unknown.values()];
}
/** Paths of files whose content is not the same on both sides, skipped ones included. */
function changedFiles(base, head) {
    const before = new Map(base.files.map(file => [file.path, file.bytes]));
    const changed = new Set();
    for (const { path, bytes } of head.files) {
        const old = before.get(path);
        if (old === undefined || (old !== bytes && !sameBytes(old, bytes)))
            changed.add(path);
        before.delete(path);
    }
    for (const path of before.keys())
        changed.add(path);
    // Entries that hold no bytes for us (links, submodules) are equal where both sides describe them alike.
    const entries = (side) => new Set(side.skipped.map(({ file, reason, detail, content }) => `${file}\n${reason}\n${detail}\n${content ?? ''}`));
    const own = entries(head);
    const other = entries(base);
    for (const entry of [...own, ...other]) {
        if (own.has(entry) !== other.has(entry))
            changed.add(entry.slice(0, entry.indexOf('\n')));
    }
    return changed;
}
function sameBytes(a, b) {
    if (a.length !== b.length)
        return false;
    for (let i = 0; i < a.length; i++)
        if (a[i] !== b[i])
            return false;
    return true;
}
function rangeOf(file, line) {
    const start = { line: line ?? 1, column: 1 };
    return { file, start, end: { line: start.line, column: 2 } };
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
