package world

import (
	"fmt"
	"maps"
	"slices"

	corev1 "k8s.io/api/core/v1"
	discoveryv1 "k8s.io/api/discovery/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// complete adds what a cluster adds to the objects of a repository: namespaces, service IPs and port
// defaults (API server), pod addresses and readiness (kubelet), service accounts (admission) and
// endpoint slices (their controller). It does not create Pods from Deployments.
func complete(objects []runtime.Object) ([]runtime.Object, map[string]*corev1.Pod) {
	pods := map[string]*corev1.Pod{}
	services := map[string]*corev1.Service{}
	namespaces, used, sliced := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, object := range objects {
		meta, ok := object.(metav1.Object)
		if !ok {
			continue
		}
		if namespace := meta.GetNamespace(); namespace != "" {
			used[namespace] = true
		}
		key := meta.GetNamespace() + "/" + meta.GetName()
		switch typed := object.(type) {
		case *corev1.Namespace:
			namespaces[typed.Name] = true
		case *corev1.Service:
			services[key] = typed
		case *corev1.Pod:
			pods[key] = typed
		case *corev1.Endpoints:
			sliced[key] = true
		case *discoveryv1.EndpointSlice:
			sliced[typed.Namespace+"/"+typed.Labels[discoveryv1.LabelServiceName]] = true
		}
	}
	for _, namespace := range slices.Sorted(maps.Keys(used)) {
		if !namespaces[namespace] {
			objects = append(objects, &corev1.Namespace{ObjectMeta: metav1.ObjectMeta{
				Name: namespace, Labels: map[string]string{"kubernetes.io/metadata.name": namespace},
			}})
		}
	}
	for i, key := range slices.Sorted(maps.Keys(services)) {
		defaultService(services[key], fmt.Sprintf("10.96.%d.%d", i/250, i%250+1))
	}
	names := slices.Sorted(maps.Keys(pods))
	for i, key := range names {
		run(pods[key], fmt.Sprintf("10.244.%d.%d", i/250, i%250+1))
	}
	for _, key := range slices.Sorted(maps.Keys(services)) {
		if service := services[key]; len(service.Spec.Selector) > 0 && !sliced[key] {
			objects = append(objects, endpointSlice(service, names, pods))
		}
	}
	return objects, pods
}

func defaultService(service *corev1.Service, address string) {
	for i := range service.Spec.Ports {
		port := &service.Spec.Ports[i]
		if port.TargetPort.IntVal == 0 && port.TargetPort.StrVal == "" {
			port.TargetPort = intstr.FromInt32(port.Port)
		}
		if port.Protocol == "" {
			port.Protocol = corev1.ProtocolTCP
		}
	}
	if service.Spec.ClusterIP == "" && service.Spec.Type != corev1.ServiceTypeExternalName {
		service.Spec.ClusterIP = address
	}
}

func run(pod *corev1.Pod, address string) {
	if pod.Status.PodIP == "" {
		pod.Status.PodIP = address
	}
	if len(pod.Status.PodIPs) == 0 {
		pod.Status.PodIPs = []corev1.PodIP{{IP: pod.Status.PodIP}}
	}
	if pod.Status.Phase == "" {
		pod.Status.Phase = corev1.PodRunning
		pod.Status.Conditions = []corev1.PodCondition{{Type: corev1.PodReady, Status: corev1.ConditionTrue}}
	}
	if pod.Spec.ServiceAccountName == "" {
		pod.Spec.ServiceAccountName = "default"
	}
}

func endpointSlice(service *corev1.Service, names []string, pods map[string]*corev1.Pod) *discoveryv1.EndpointSlice {
	slice := &discoveryv1.EndpointSlice{
		ObjectMeta: metav1.ObjectMeta{
			Name: service.Name, Namespace: service.Namespace,
			Labels: map[string]string{discoveryv1.LabelServiceName: service.Name},
		},
		AddressType: discoveryv1.AddressTypeIPv4,
	}
	selector := labels.SelectorFromSet(service.Spec.Selector)
	var first *corev1.Pod
	for _, name := range names {
		pod := pods[name]
		if pod.Namespace != service.Namespace || !selector.Matches(labels.Set(pod.Labels)) {
			continue
		}
		if first == nil {
			first = pod
		}
		ready := true
		slice.Endpoints = append(slice.Endpoints, discoveryv1.Endpoint{
			Addresses:  []string{pod.Status.PodIP},
			Conditions: discoveryv1.EndpointConditions{Ready: &ready},
			TargetRef:  &corev1.ObjectReference{Kind: "Pod", Name: pod.Name, Namespace: pod.Namespace},
		})
	}
	for i := range service.Spec.Ports {
		port := &service.Spec.Ports[i]
		number, protocol := targetPort(port, first), port.Protocol
		slice.Ports = append(slice.Ports, discoveryv1.EndpointPort{
			Name: &port.Name, Port: &number, Protocol: &protocol, AppProtocol: port.AppProtocol,
		})
	}
	return slice
}

// targetPort resolves a named target port by the first pod that the service selects.
func targetPort(port *corev1.ServicePort, pod *corev1.Pod) int32 {
	if port.TargetPort.StrVal == "" || pod == nil {
		return port.TargetPort.IntVal
	}
	for _, container := range pod.Spec.Containers {
		for _, declared := range container.Ports {
			if declared.Name == port.TargetPort.StrVal {
				return declared.ContainerPort
			}
		}
	}
	return 0
}
