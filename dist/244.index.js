export const id = 244;
export const ids = [244];
export const modules = {

/***/ 91244:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sarif: () => (/* binding */ sarif)
});

// EXTERNAL MODULE: ./build/report/escape.js
var report_escape = __webpack_require__(9924);
// EXTERNAL MODULE: ./build/report/order.js
var report_order = __webpack_require__(11283);
;// CONCATENATED MODULE: ./build/report/page-of.js
/** The page of a finding, from the root of this program's repository. Those of rendering are one table. */
function pageOf(id) {
    return id.startsWith('render/') ? 'docs/configuration.md#rendering' : `docs/analyzers/${id}.md`;
}

// EXTERNAL MODULE: ./build/report/redact.js
var redact = __webpack_require__(17234);
// EXTERNAL MODULE: ./build/report/request-words.js
var request_words = __webpack_require__(20986);
// EXTERNAL MODULE: ./build/report/words.js
var report_words = __webpack_require__(44702);
;// CONCATENATED MODULE: ./build/report/sarif.js






/** GitHub keeps the 5,000 most severe results of an upload; what is left out is said in the run. */
const MOST_RESULTS = 5000;
/**
 * SARIF 2.1.0 for code scanning: the findings of head, the effects at the line that causes them, and what was
 * not understood. Findings that the change resolves are left out, so that their alerts close.
 */
const sarif = {
    id: 'sarif',
    render(unsafe, { pages }) {
        const report = (0,redact/* redact */.E$)(unsafe);
        const results = resultsOf(report, pages);
        const shown = results.slice(0, MOST_RESULTS);
        const rules = [...new Map(shown.map(({ rule }) => [rule.id, rule])).values()];
        rules.sort((a, b) => (0,report_order/* byText */.z4)(a.id, b.id));
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
        return `${(0,report_escape/* jsonText */.s$)(log)}\n`;
    }
};
const LEVEL = {
    error: 'error',
    warning: 'warning',
    info: 'note'
};
function resultsOf(report, pages) {
    const { introduced, remaining } = report.findings;
    const compared = report.sides.base !== null;
    const all = [
        ...(0,report_order/* effectsByRisk */.fO)(report.effects).map(effectResult),
        ...(0,report_order/* findingsBySeverity */.fh)(introduced).map(one => findingResult(one, compared ? 'new' : undefined, pages)),
        ...(0,report_order/* findingsBySeverity */.fh)(remaining).map(one => findingResult(one, compared ? 'unchanged' : undefined, pages)),
        ...report.unknown.map(unknownResult)
    ];
    const order = { error: 0, warning: 1, note: 2 };
    return all.sort((a, b) => order[a.level] - order[b.level]);
}
function findingResult(finding, baselineState, pages) {
    return {
        rule: {
            ...rule(finding.id, finding.id, ['finding', ...finding.sources]),
            ...(pages !== undefined && { helpUri: `${pages}${pageOf(finding.id)}` })
        },
        level: LEVEL[finding.severity],
        message: { text: (0,report_escape/* sarifText */.BC)(finding.message) },
        locations: [sarif_location(finding.at)],
        ...(finding.related.length > 0 && {
            relatedLocations: finding.related.slice(0, 100).map(({ at, note }) => sarif_location(at, note))
        }),
        partialFingerprints: { 'meshproof/v1': finding.fingerprint },
        ...(baselineState !== undefined && { baselineState })
    };
}
function effectResult(effect) {
    const words = report_words/* effectWords */.zT[effect.kind];
    const parts = [`${words.title} ${words.preposition} ${effect.subject.name}: ${effect.region}.`];
    for (const { facet, before, after } of effect.changes)
        parts.push(`${facet}: ${before} → ${after}.`);
    if (effect.witness !== null) {
        const { request, before, after } = effect.witness;
        parts.push(`${(0,request_words/* curl */.Vt)(request, effect.subject)}: ${(0,request_words/* describeOutcome */.SS)(before)} → ${(0,request_words/* describeOutcome */.SS)(after)}.`);
    }
    // Code scanning shows an alert on a pull request only where its line is in the diff: head's cause first.
    const causes = [...effect.causes].sort((a, b) => (0,report_order/* byText */.z4)(b.side, a.side));
    const [first, ...others] = causes;
    return {
        rule: rule(`effect/${effect.kind}`, words.title, ['effect', effect.domain]),
        level: LEVEL[effect.severity],
        message: { text: (0,report_escape/* sarifText */.BC)(parts.join(' ')) },
        locations: first === undefined ? [] : [sarif_location(first.at)],
        ...(others.length > 0 && {
            relatedLocations: others
                .slice(0, 100)
                .map(({ at, side, note }) => sarif_location(at, `${side}: ${note}`))
        }),
        partialFingerprints: { 'meshproof/v1': effect.fingerprint }
    };
}
function unknownResult(unknown) {
    return {
        rule: rule(`unknown/${unknown.reason}`, report_words/* unknownWords */.ky[unknown.reason], ['unknown']),
        level: 'note',
        message: { text: (0,report_escape/* sarifText */.BC)(unknown.message) },
        locations: unknown.at === null ? [] : [sarif_location(unknown.at)],
        partialFingerprints: { 'meshproof/v1': unknown.fingerprint }
    };
}
function rule(id, text, tags) {
    // Code scanning shows at most ten tags.
    return {
        id,
        shortDescription: { text: (0,report_escape/* sarifText */.BC)(text) },
        properties: { tags: tags.slice(0, 10) }
    };
}
function sarif_location({ file, start, end }, note) {
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
        ...(note !== undefined && { message: { text: (0,report_escape/* sarifText */.BC)(note) } })
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
    return texts.slice(0, 20).map(text => ({ level: 'warning', message: { text: (0,report_escape/* sarifText */.BC)(text) } }));
}


/***/ })

};
