import { roles } from "../../../records/people/actor.js";
import {
  callback,
  id,
  idOrNone,
  moment,
  oneOf,
  onOff,
  plainCallback as plain,
  someOf,
  yesNo,
} from "../callback.js";
import { page } from "./codecs.js";

/** The people of the organisation, and what of theirs is late. */
export const staffCallbacks = {
  register: callback("register:{which}:{page}", {
    which: oneOf(["permits", "requests", "breaches", "accreditation"]),
    page,
  }),
  late: callback("late:{memberId}:{page}", { memberId: idOrNone, page }),
  members: callback("members:{page}", { page }),
  member: callback("member:{memberId}", { memberId: id }),
  chooseSupervisor: callback("m-sup:{memberId}:{page}", { memberId: id, page }),
  setSupervisor: callback("m-sup-to:{memberId}:{toId}", { memberId: id, toId: id }),
  suspend: callback("m-susp:{memberId}", { memberId: id }),
  suspendSurely: callback("m-susp-yes:{memberId}", { memberId: id }),
  reinstate: callback("m-back:{memberId}", { memberId: id }),
  chooseSuccessor: callback("m-give:{memberId}:{page}", { memberId: id, page }),
  giveCases: callback("m-give-to:{memberId}:{toId}", { memberId: id, toId: id }),
  chooseCases: callback("give:{proposalId}:{page}", { proposalId: id, page }),
  chooseCase: callback("give:{proposalId}:{page}:{caseId}:{on}", {
    proposalId: id,
    page,
    caseId: id,
    on: onOff,
  }),
  chooseAllCases: callback("give:{proposalId}:{page}:all:{on}", { proposalId: id, page, on: onOff }),
  giveChosen: callback("give-go:{proposalId}", { proposalId: id }),
  staffProposal: callback("staff:{proposalId}", { proposalId: id }),
  decideStaffProposal: callback("staff:{proposalId}:{agrees}", { proposalId: id, agrees: yesNo }),
  staffProposals: plain("staff-all"),
  // To those asked until then: one that came since the list was drawn is not meant.
  agreeToProposals: callback("staff-all:{until}", { until: moment }),
  cancelStaffProposal: callback("staff-x:{proposalId}", { proposalId: id }),
  memberRoles: callback("m-roles:{memberId}", { memberId: id }),
  setRole: callback("m-role:{memberId}:{role}:{on}", { memberId: id, role: oneOf(roles), on: onOff }),
  supervisorWanted: callback("sup:{workerId}", { workerId: id }),
  nameSupervisor: callback("sup:{workerId}:{supervisorId}", { workerId: id, supervisorId: id }),
  invite: plain("invite"),
  inviteAs: callback("invite:{chosen}", { chosen: someOf(roles) }),
  inviteByName: callback("invite-go:{chosen}", { chosen: someOf(roles) }),
  invitations: callback("invites:{page}", { page }),
  revokeInvitation: callback("invite-x:{invitationId}", { invitationId: id }),
} as const;
