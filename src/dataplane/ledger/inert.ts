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
    `${root}{volumes,affinity,tolerations,nodeSelector,topologySpreadConstraints,securityContext,imagePullSecrets}.**`,
    PLACEMENT
  ],
  [
    `${root}{restartPolicy,terminationGracePeriodSeconds,priorityClassName,priority,schedulerName,nodeName,enableServiceLinks,automountServiceAccountToken}`,
    PLACEMENT
  ]
]

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

/** Fields that no request can observe, by kind, each with the reason. */
export const inertFields: Readonly<Record<string, Inert>> = {
  VirtualService: [['spec.http[].match[].statPrefix', TELEMETRY_NAME]],
  Gateway: [['spec.servers[].name', TELEMETRY_NAME]],
  Pod: pod('spec.'),
  Deployment: deployment,
  StatefulSet: deployment,
  DaemonSet: deployment,
  ReplicaSet: deployment,
  ReplicationController: deployment,
  Job: pod('spec.template.spec.'),
  CronJob: pod('spec.jobTemplate.spec.template.spec.')
}
