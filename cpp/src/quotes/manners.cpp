#include "manners.h"

#include <array>
#include <string>
#include <string_view>

#include "base_forms.h"
#include "word_table.h"

namespace pullquote::quotes {

namespace {

struct Row {
  std::uint8_t value;  // the manner's number, from 1 on
  std::string_view words;
};

constexpr std::uint8_t of(Manner manner) { return static_cast<std::uint8_t>(static_cast<unsigned>(manner) + 1); }

// Verbs and nouns by their base form; one that means something else with the word after it is joined to it by "_".
constexpr auto kRows = std::to_array<Row>({
    {of(Manner::kSaid),
     "according add address begin brand brief call characterise characterize chat cite comment compare "
     "continue convey depict describe discuss dub echo emphasise emphasize express go highlight identify "
     "inform interject interview intone invoke jest joke label laugh liken make_clear mention muse name "
     "narrate note observe opine point portray pronounce put quip quote read recall recount refer "
     "reference reflect reiterate relate relay remark remember remind repeat report say speak speech start "
     "state statement stress sum summarise summarize talk tell term testify testimony underline underscore "
     "utter voice"},
    {of(Manner::kAsked), "ask ask_about enquire enquiry inquire inquiry interrogate query question quiz wonder"},
    {of(Manner::kAnswered),
     "answer counter fire_back hit_back parry react reaction rebut rejoin reply respond response retort "
     "riposte shoot_back snap_back"},
    {of(Manner::kWrote), "blog cable e-mail email pen post publish retweet scribble text tweet type write write_in"},
    {of(Manner::kAnnounced),
     "announce announcement break_news decide decision declaration declare disclose disclosure divulge "
     "file issue launch leak proclaim pronouncement release reveal revelation rule ruling unveil"},
    {of(Manner::kExplained),
     "account clarification clarify detail elaborate explain explanation expound illustrate justification "
     "justify lay_out list outline specify spell_out"},
    {of(Manner::kArgued),
     "advocate argue argument contend contention debate defend insist insistence maintain "
     "plead posit push reason stand_by"},
    {of(Manner::kClaimed),
     "allegation allege allegedly assert assertion attest aver boast brag charge claim gloat insinuate "
     "insinuation profess purport purportedly reportedly rumor rumour swear tout vouch"},
    {of(Manner::kSuggested),
     "advice advise counsel float hint implication imply intimate offer pitch proposal propose recommend "
     "recommendation signal suggest suggestion"},
    {of(Manner::kFound),
     "calculate conclude conclusion demonstrate detect determine diagnose discover discovery document "
     "establish find finding indicate learn notice prove see show uncover"},
    {of(Manner::kAgreed),
     "accept acquiesce affirm agree agreement assent concur confirm confirmation consent nod second"},
    {of(Manner::kAdmitted),
     "acknowledge acknowledgement acknowledgment admission admit allow apologise apologize apology concede "
     "concession confess confession grant own_up regret"},
    {of(Manner::kDenied),
     "brush_off contradict decline denial deny disagree disavow dismiss dismissal disown dispute downplay "
     "play_down push_back rebuff refuse refute reject rejection renounce repudiate rule_out turn_down"},
    {of(Manner::kPromised),
     "assurance assure commit commitment guarantee pledge promise reassurance reassure undertake vow"},
    {of(Manner::kWarned), "alert caution forewarn threat threaten warn warning"},
    {of(Manner::kPredicted),
     "anticipate bet envision estimate expect expectation forecast foresee predict prediction prognosis "
     "project projection prophesy"},
    {of(Manner::kOrdered),
     "appeal ask_for beg beseech call_for call_on challenge command demand direct encourage entreat "
     "entreaty exhort implore insist_on instruct instruction order plead_for press request require tell_to "
     "urge"},
    {of(Manner::kCriticised),
     "accusation accuse admonish assail attack bash belittle berate blame blast castigate censure chastise "
     "chide complain complaint condemn condemnation criticise critic criticism criticize decry denigrate denounce "
     "deplore deride disparage excoriate fault gripe grouse grumble hit_out insult jeer knock kvetch "
     "lambast lambaste lament lash_out moan mock object objection oppose opposition outrage protest rail "
     "rebuke ridicule rip scoff scold slam sneer taunt trash whine"},
    {of(Manner::kPraised),
     "admire applaud approve back bless celebrate champion cheer commend compliment congratulate credit "
     "endorse endorsement extol favor favour gush hail laud praise salute support supporter thank toast tribute "
     "welcome"},
    {of(Manner::kThought),
     "appear assume belief believe concern consider contemplate conviction convince deem desire doubt "
     "dream fear feel feeling figure guess hate hope hunch imagine intend intention judge know like long "
     "love mean mind opinion perceive plan prefer presume realise realize reckon regard seek seem sense "
     "suppose suspect suspicion think thought trust understand view want wish worry"},
    {of(Manner::kExclaimed),
     "bark bellow blurt chant chime_in croak cry exclaim gasp groan growl hiss holler mumble murmur mutter "
     "roar scream shout shriek sigh sing snap snarl sob stammer thunder wail whisper yell"},
});

constexpr WordTable<std::uint8_t, 2048> kManners(kRows);

// A word stands in one row.
static_assert([] {
  for (const auto& row : kRows) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const auto end = rest.find(' ');
      if (kManners.find(rest.substr(0, end)) != row.value) return false;
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
  }
  return true;
}());

std::optional<Manner> find(std::string_view word, std::string_view next, const Verbs& verbs) {
  std::optional<Manner> found;
  if (!verbs.empty())
    any_base_form(word, [&](std::string_view base) { return (found = verbs.find(base)).has_value(); });
  if (found) return found;
  const auto look_up = [&](std::string_view key) {
    const auto value = kManners.find(key);
    if (value == 0) return false;
    found = static_cast<Manner>(value - 1);
    return true;
  };
  std::string pair;
  if (!next.empty()) {
    any_base_form(word, [&](std::string_view base) {
      pair.assign(base).append("_").append(next);
      return look_up(pair);
    });
  }
  if (!found) any_base_form(word, look_up);
  return found;
}

}  // namespace

std::optional<Manner> manner_of(const Article& a, std::span<const TokenRange> cue, const Verbs& verbs) {
  bool words = false;
  std::optional<Manner> leading;
  for (const auto range : cue) {
    for (auto i = range.first; i < range.last; ++i) {
      if (!a.is_word(i)) continue;
      words = true;
      const auto manner = find(a.lower(i), i + 1 < range.last ? a.lower(i + 1) : std::string_view(), verbs);
      if (!manner) continue;
      if (!a.is(i, kRaising)) return manner;
      if (!leading) leading = manner;
    }
  }
  return words || cue.empty() ? leading : Manner::kSaid;
}

}  // namespace pullquote::quotes
