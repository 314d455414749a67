export const id = 150;
export const ids = [150];
export const modules = {

/***/ 35150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sarif: () => (/* binding */ sarif)
/* harmony export */ });
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9924);
/* harmony import */ var _order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11283);
/* harmony import */ var _redact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17234);
/* harmony import */ var _request_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20986);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(44702);





/** GitHub keeps the 5,000 most severe results of an upload; what is left out is said in the run. */
const MOST_RESULTS = 5000;
/**
 * SARIF 2.1.0 for code scanning: the findings of head, the effects at the line that causes them, and what was
 * not understood. Findings that the change resolves are left out, so that their alerts close.
 */
const sarif = {
    id: 'sarif',
    render(unsafe) {
        const report = (0,_redact_js__WEBPACK_IMPORTED_MODULE_2__/* .redact */ .E$)(unsafe);
        const results = resultsOf(report);
        const shown = results.slice(0, MOST_RESULTS);
        const rules = [...new Map(shown.map(({ rule }) => [rule.id, rule])).values()];
        rules.sort((a, b) => (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .byText */ .z4)(a.id, b.id));
        const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
        const log = {
            $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
            version: '2.1.0',
            runs: [
                {
                    tool: {
                        driver: { name: 'Meshproof', semanticVersion: report.versions.meshproof, rules }
                    },
                    columnKind: 'utf16CodeUnits',
                    automationDetails: { id: 'meshproof/' },
                    invocations: [
                        {
                            executionSuccessful: report.verdict.outcome !== 'error',
                            toolExecutionNotifications: notifications(report, results.length - shown.length)
                        }
                    ],
                    results: withOccurrence(shown).map(({ rule, ...result }) => ({
                        ruleId: rule.id,
                        ruleIndex: indexes.get(rule.id),
                        ...result
                    })),
                    properties: { verdict: report.verdict.outcome }
                }
            ]
        };
        return `${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonText */ .s$)(log)}\n`;
    }
};
const LEVEL = {
    error: 'error',
    warning: 'warning',
    info: 'note'
};
function resultsOf(report) {
    const { introduced, remaining } = report.findings;
    const compared = report.sides.base !== null;
    const all = [
        ...(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .effectsByRisk */ .fO)(report.effects).map(effectResult),
        ...(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsBySeverity */ .fh)(introduced).map(one => findingResult(one, compared ? 'new' : undefined)),
        ...(0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .findingsBySeverity */ .fh)(remaining).map(one => findingResult(one, compared ? 'unchanged' : undefined)),
        ...report.unknown.map(unknownResult)
    ];
    const order = { error: 0, warning: 1, note: 2 };
    return all.sort((a, b) => order[a.level] - order[b.level]);
}
function findingResult(finding, baselineState) {
    return {
        rule: rule(finding.id, finding.id, ['finding', ...finding.sources]),
        level: LEVEL[finding.severity],
        message: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .sarifText */ .BC)(finding.message) },
        locations: [location(finding.at)],
        ...(finding.related.length > 0 && {
            relatedLocations: finding.related.slice(0, 100).map(({ at, note }) => location(at, note))
        }),
        partialFingerprints: { 'meshproof/v1': finding.fingerprint },
        ...(baselineState !== undefined && { baselineState })
    };
}
function effectResult(effect) {
    const words = _words_js__WEBPACK_IMPORTED_MODULE_4__/* .effectWords */ .zT[effect.kind];
    const parts = [`${words.title} ${words.preposition} ${effect.subject.name}: ${effect.region}.`];
    for (const { facet, before, after } of effect.changes)
        parts.push(`${facet}: ${before} → ${after}.`);
    if (effect.witness !== null) {
        const { request, before, after } = effect.witness;
        parts.push(`${(0,_request_words_js__WEBPACK_IMPORTED_MODULE_3__/* .curl */ .Vt)(request)}: ${(0,_request_words_js__WEBPACK_IMPORTED_MODULE_3__/* .describeOutcome */ .SS)(before)} → ${(0,_request_words_js__WEBPACK_IMPORTED_MODULE_3__/* .describeOutcome */ .SS)(after)}.`);
    }
    // Code scanning shows an alert on a pull request only where its line is in the diff: head's cause first.
    const causes = [...effect.causes].sort((a, b) => (0,_order_js__WEBPACK_IMPORTED_MODULE_1__/* .byText */ .z4)(b.side, a.side));
    const [first, ...others] = causes;
    return {
        rule: rule(`effect/${effect.kind}`, words.title, ['effect', effect.domain]),
        level: LEVEL[effect.severity],
        message: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .sarifText */ .BC)(parts.join(' ')) },
        locations: first === undefined ? [] : [location(first.at)],
        ...(others.length > 0 && {
            relatedLocations: others
                .slice(0, 100)
                .map(({ at, side, note }) => location(at, `${side}: ${note}`))
        }),
        partialFingerprints: { 'meshproof/v1': effect.fingerprint }
    };
}
function unknownResult(unknown) {
    return {
        rule: rule(`unknown/${unknown.reason}`, _words_js__WEBPACK_IMPORTED_MODULE_4__/* .unknownWords */ .ky[unknown.reason], ['unknown']),
        level: 'note',
        message: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .sarifText */ .BC)(unknown.message) },
        locations: unknown.at === null ? [] : [location(unknown.at)],
        partialFingerprints: { 'meshproof/v1': unknown.fingerprint }
    };
}
function rule(id, text, tags) {
    // Code scanning shows at most ten tags.
    return {
        id,
        shortDescription: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .sarifText */ .BC)(text) },
        properties: { tags: tags.slice(0, 10) }
    };
}
function location({ file, start, end }, note) {
    return {
        physicalLocation: {
            artifactLocation: { uri: uri(file), uriBaseId: '%SRCROOT%' },
            region: {
                startLine: start.line,
                startColumn: start.column,
                endLine: end.line,
                endColumn: end.column
            }
        },
        ...(note !== undefined && { message: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .sarifText */ .BC)(note) } })
    };
}
/** A relative reference (RFC 3986): every segment encoded; a first segment with `:` would be a scheme. */
function uri(file) {
    const path = file.replace(/\p{Cs}/gu, '\ufffd');
    return path.split('/').map(encodeURIComponent).join('/');
}
/** Equal facts in one object are told apart by their number, or GitHub would fold them into one alert. */
function withOccurrence(results) {
    const seen = new Map();
    return results.map(result => {
        const key = `${result.rule.id} ${result.partialFingerprints['meshproof/v1']}`;
        const n = (seen.get(key) ?? 0) + 1;
        seen.set(key, n);
        if (n === 1)
            return result;
        const own = `${result.partialFingerprints['meshproof/v1']}:${n}`;
        return { ...result, partialFingerprints: { 'meshproof/v1': own } };
    });
}
function notifications(report, missing) {
    const texts = [];
    if (missing > 0)
        texts.push(`${missing} results of lower severity are left out.`);
    for (const { message, level } of report.verdict.reasons) {
        if (report.verdict.outcome === 'error' && level === 'error')
            texts.push(message);
    }
    return texts.slice(0, 20).map(text => ({ level: 'warning', message: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .sarifText */ .BC)(text) } }));
}


/***/ })

};
