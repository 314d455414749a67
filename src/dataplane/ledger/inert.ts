import type { Pattern } from './pattern.ts'

type Inert = readonly (readonly [pattern: Pattern, reason: string])[]

const TELEMETRY_NAME = 'a name in statistics alone'

/** What the containers of a pod are and do is not the mesh's. */
const pod = (root: string): Inert => [
  [`${root}containers[].{image,imagePullPolicy,command,args,env,envFrom}.**`, APPLICATION],
  [
    `${root}{containers,initContainers}[].{image,imagePullPolicy,command,args,workingDir}`,
    APPLICATION
  ],
  [`${root}{containers,initContainers}[].{command,args}[]`, APPLICATION],
  [
    `${root}{containers,initContainers}[].{env,envFrom,resources,volumeMounts,volumeDevices,lifecycle,livenessProbe,readinessProbe,startupProbe,securityContext,terminationMessagePath,terminationMessagePolicy,stdin,tty}.**`,
    APPLICATION
  ],
  [
    `${root}{volumes,affinity,tolerations,nodeSelector,topologySpreadConstraints,securityContext,imagePullSecrets,overhead,resources,readinessGates,schedulingGates,os}.**`,
    PLACEMENT
  ],
  [`${root}{dnsConfig,hostAliases}.**`, APPLICATION],
  [`${root}{dnsPolicy,hostname,subdomain,setHostnameAsFQDN,shareProcessNamespace}`, APPLICATION],
  [`${root}{containers,initContainers}[].{resizePolicy,restartPolicy}.**`, ROLLOUT],
  [`${root}{containers,initContainers}[].ports[].{protocol,hostPort,hostIP}`, PLACEMENT],
  [
    `${root}{runtimeClassName,preemptionPolicy,activeDeadlineSeconds,hostPID,hostIPC,hostUsers,restartPolicy,terminationGracePeriodSeconds,priorityClassName,priority,schedulerName,nodeName,enableServiceLinks,automountServiceAccountToken}`,
    PLACEMENT
  ]
]

const IDENTITY = 'Kubernetes alone reads it'
const APPLICATION = 'what the application is, not how requests reach it'
const PLACEMENT = 'where and how pods are started, not how requests reach them'
const ROLLOUT = 'how pods are replaced, not how requests reach them'

const deployment: Inert = [
  ['spec.{strategy,updateStrategy}.**', ROLLOUT],
  [
    'spec.{minReadySeconds,revisionHistoryLimit,progressDeadlineSeconds,paused,podManagementPolicy,serviceName}',
    ROLLOUT
  ],
  ['spec.selector.**', 'finds pods of the object itself; their labels are in the template'],
  ['spec.{volumeClaimTemplates,persistentVolumeClaimRetentionPolicy,ordinals}.**', PLACEMENT],
  ...pod('spec.template.spec.')
]

const job = (root: string): Inert => [
  [
    `${root}{parallelism,completions,completionMode,backoffLimit,backoffLimitPerIndex,maxFailedIndexes,activeDeadlineSeconds,ttlSecondsAfterFinished,suspend,manualSelector,podReplacementPolicy}`,
    ROLLOUT
  ],
  [`${root}{selector,podFailurePolicy,successPolicy}.**`, ROLLOUT]
]

/** Fields that no request can observe, by kind, each with the reason. */
export const inertFields: Readonly<Record<string, Inert>> = {
  VirtualService: [['spec.http[].match[].statPrefix', TELEMETRY_NAME]],
  Gateway: [['spec.servers[].name', TELEMETRY_NAME]],
  Ingress: [
    ['spec.defaultBackend.**', 'istiod leaves default backends out: they would hide other routes'],
    ['spec.rules[].http.paths[].backend.resource.**', 'istiod routes to Services alone']
  ],
  ConfigMap: [
    [
      'data.mesh.defaultConfig.{concurrency,drainDuration,terminationDrainDuration,parentShutdownDuration,holdApplicationUntilProxyStarts,configPath,binaryPath,proxyAdminPort,statusPort}',
      'how the process of a proxy runs, starts and ends, not what it does with a request'
    ],
    ['data.mesh.defaultConfig.{image,readinessProbe}.**', ROLLOUT],
    [
      'data.mesh.{mixerAddress,mixerCheckServer,mixerReportServer,disablePolicyChecks,disableMixerHttpReports,policyCheckFailOpen,sidecarToTelemetrySessionAffinity,reportBatchMaxEntries,reportBatchMaxTime}',
      'a setting of Mixer, which no version since 1.8 has'
    ]
  ],
  IngressClass: [['spec.parameters.**', 'parameters of other controllers']],
  Pod: pod('spec.'),
  Deployment: deployment,
  StatefulSet: deployment,
  DaemonSet: deployment,
  ReplicaSet: deployment,
  ReplicationController: deployment,
  Rollout: deployment,
  Job: [...job('spec.'), ...pod('spec.template.spec.')],
  CronJob: [
    [
      'spec.{schedule,timeZone,suspend,concurrencyPolicy,startingDeadlineSeconds,successfulJobsHistoryLimit,failedJobsHistoryLimit}',
      ROLLOUT
    ],
    ['spec.jobTemplate.metadata.**', IDENTITY],
    ...job('spec.jobTemplate.spec.'),
    ...pod('spec.jobTemplate.spec.template.spec.')
  ],
  Namespace: [['spec.**', IDENTITY]],
  Service: [
    ['spec.ports[].nodePort', 'a port of the node, which the mesh does not see'],
    ['spec.{healthCheckNodePort,allocateLoadBalancerNodePorts,loadBalancerClass}', IDENTITY],
    ['spec.sessionAffinity', 'kube-proxy alone heeds it'],
    ['spec.sessionAffinityConfig.**', 'kube-proxy alone heeds it']
  ],
  ServiceAccount: [
    ['{secrets,imagePullSecrets}.**', IDENTITY],
    ['automountServiceAccountToken', IDENTITY]
  ]
}
