import { expect, it } from "vitest";
import { isSigned, parseSecret, signMessage, writeSecret } from "./signature.ts";

it("signs as the specification's own example does", () => {
	const secret = parseSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
	if (!secret) throw new Error("the secret cannot be read");
	const headers = signMessage("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330_999, '{"test": 2432232314}', [secret]);
	expect(headers).toEqual({
		"webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
		"webhook-timestamp": "1614265330",
		"webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
	});
	expect(isSigned(headers, '{"test": 2432232314}', secret)).toBe(true);
	expect(isSigned(headers, '{"test": 2432232315}', secret)).toBe(false);
	expect(isSigned({ ...headers, "webhook-timestamp": "1614265331" }, '{"test": 2432232314}', secret)).toBe(false);
});

it("signs with each of several secrets, so that one can take the place of another", () => {
	const [old, fresh] = [new Uint8Array(24).fill(1), new Uint8Array(64).fill(2)];
	const headers = signMessage("m", 0, "{}", [old, fresh]);
	expect(headers["webhook-signature"].split(" ")).toHaveLength(2);
	for (const secret of [old, fresh]) expect(isSigned(headers, "{}", secret)).toBe(true);
	expect(parseSecret(writeSecret(fresh))).toEqual(fresh);
});

it("takes for a secret what is one", () => {
	for (const written of ["", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_c2hvcnQ=", "whsec_ä"]) {
		expect(parseSecret(written), written).toBeNull();
	}
});
