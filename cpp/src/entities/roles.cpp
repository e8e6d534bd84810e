#include <algorithm>
#include <array>
#include <string_view>

#include "grammar.h"
#include "linking.h"

// What a person is called besides the name: the title before it ("Kremlin spokesman Dmitry Peskov"), the apposition
// after it ("Li Wei, the bank's chief economist,") or before it ("the bank's chief economist, Li Wei,"). Each walk goes
// a bounded number of tokens from the name and stops at what a title does not contain.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::uint32_t kLongestTitle = 14;       // tokens before a name
constexpr std::uint32_t kLongestApposition = 20;  // tokens after a name
constexpr std::uint32_t kLongestPortfolio = 7;    // tokens after the head: "of Health and Welfare"
constexpr std::uint32_t kNoMention = 0xffffffff;

class RoleFinder {
 public:
  RoleFinder(const Article& article, const Grammar& grammar, Draft& draft)
      : a_(article), w_(article.words), g_(grammar), draft_(draft), mention_at_(article.size(), kNoMention) {
    for (std::uint32_t m = 0; m < draft.mentions.size(); ++m) {
      const auto range = draft.mentions[m].tokens;
      for (auto i = range.first; i < range.last; ++i) mention_at_[i] = m;
    }
  }

  void find() {
    for (const auto& mention : draft_.mentions) {
      if (mention.label != Label::kPerson) continue;
      sentence_ = a_.text.sentences[a_.sentence_of(mention.tokens.first)].tokens;
      auto role = before(mention.tokens);
      if (role.empty()) role = after(mention.tokens);
      if (role.empty()) continue;
      draft_.titles.push_back(role);
      keep(draft_.entities[mention.entity], role);
    }
    std::sort(draft_.titles.begin(), draft_.titles.end(), [](auto x, auto y) { return x.first < y.first; });
  }

 private:
  struct Title {
    std::uint32_t first;
    bool owned;  // an owner stands in it: "Russia's", "the bank's"
  };

  // The fullest wins, the first of equals.
  void keep(Entity& person, TokenRange role) const {
    if (person.role && person.role->size() >= role.size()) return;
    person.role = role;
    std::optional<std::uint32_t> body;
    std::optional<std::uint32_t> place;
    for (auto i = role.first; i < role.last; ++i) {
      const auto m = mention_at_[i];
      if (m == kNoMention) continue;
      const auto& mention = draft_.mentions[m];
      if (mention.label == Label::kOrg || mention.label == Label::kFac) body = mention.entity;
      if (mention.label == Label::kLoc) place = mention.entity;
    }
    if (body || place) person.affiliation = body ? body : place;
  }

  [[nodiscard]] bool is_head(std::uint32_t i) const { return a_.is_word(i) && w_.is(i, kRole) && !w_.is(i, kPlural); }
  [[nodiscard]] bool in_other_than_person(std::uint32_t i) const {
    const auto m = mention_at_[i];
    return m != kNoMention && (draft_.mentions[m].label == Label::kOrg || draft_.mentions[m].label == Label::kLoc ||
                               draft_.mentions[m].label == Label::kNorp || draft_.mentions[m].label == Label::kFac);
  }
  [[nodiscard]] bool in_person(std::uint32_t i) const {
    return mention_at_[i] != kNoMention && draft_.mentions[mention_at_[i]].label == Label::kPerson;
  }
  [[nodiscard]] bool is_determiner(std::uint32_t i) const {
    const auto word = w_.lower(i);
    return word == "the" || word == "a" || word == "an" || word == "his" || word == "her" || word == "its" ||
           word == "their" || word == "our" || word == "my" || word == "one";
  }
  // A lower-case word that may describe a role: "oil", "pro-democracy", not "said" or "quickly".
  [[nodiscard]] bool may_describe(std::uint32_t i) const {
    if (!a_.is_word(i) || a_.token(i).upper) return false;
    const auto word = w_.lower(i);
    return !w_.is(i, kFunction | kSpeechVerb | kPersonVerb | kPlural) && !word.ends_with("ly") &&
           !word.ends_with("ing");
  }

  [[nodiscard]] TokenRange before(TokenRange name) const {
    auto end = name.first;
    if (end == sentence_.first) return {};
    bool apposition = false;
    if (a_.is_char(end - 1, ',')) {
      // "its director, Li Wei, said"
      const bool closed = name.last >= sentence_.last || a_.is_char(name.last, ',') || w_.is(name.last, kSpeechVerb) ||
                          a_.token(name.last).kind == TokenKind::kPunctuation;
      if (!closed || --end == sentence_.first) return {};
      apposition = true;
    }
    while (end > sentence_.first && w_.is(end - 1, kHonorific) && !w_.is(end - 1, kRole)) --end;
    if (end == sentence_.first) return {};
    const auto limit = name.first - sentence_.first > kLongestTitle ? name.first - kLongestTitle : sentence_.first;
    const auto head = head_before(end, limit);
    if (head == end) return {};
    const auto title = title_start(head, limit);
    if (apposition && !title.owned && !opens_noun_phrase(title.first)) return {};
    return trimmed({title.first, end});
  }

  // Without small words at its edges.
  [[nodiscard]] TokenRange trimmed(TokenRange role) const {
    while (!role.empty() && (w_.is(role.last - 1, kConnector) || is_determiner(role.last - 1))) --role.last;
    while (!role.empty() && w_.is(role.first, kFunction) && a_.has(role.first, kInitial)) ++role.first;
    return role;
  }

  // A noun phrase, not a clause, starts at `first`.
  [[nodiscard]] bool opens_noun_phrase(std::uint32_t first) const {
    return first > sentence_.first && (is_determiner(first - 1) || a_.is_possessive(first - 1));
  }

  // The head of a title that ends at `end`: the last word, or the one before "of State"; `end` where there is none.
  [[nodiscard]] std::uint32_t head_before(std::uint32_t end, std::uint32_t limit) const {
    if (is_head(end - 1) && !in_person(end - 1)) return end - 1;
    const auto far = end - limit > kLongestPortfolio ? end - kLongestPortfolio : limit;
    for (auto i = end; i-- > far + 1;) {
      if (w_.lower(i) == "of" || w_.lower(i) == "for") {
        if (is_head(i - 1)) return i - 1;
      }
      const bool fits = in_other_than_person(i) || a_.is_capitalised(i) || w_.is(i, kRoleModifier) ||
                        w_.lower(i) == "and" || w_.lower(i) == "the" || w_.lower(i) == "of";
      if (!fits || in_person(i)) break;
    }
    return end;
  }

  // Leftwards from the head over what describes it.
  [[nodiscard]] Title title_start(std::uint32_t head, std::uint32_t limit) const {
    bool owned = false;
    auto first = head;
    while (first > limit) {
      const auto i = first - 1;
      if (in_other_than_person(i)) {
        first = std::max(draft_.mentions[mention_at_[i]].tokens.first, limit);
      } else if (in_person(i)) {
        break;
      } else if (a_.is_possessive(i) && i > limit) {
        // "Russia's", "the bank's": the owner belongs to the title, once.
        if (owned) break;
        owned = true;
        first = in_other_than_person(i - 1) ? std::max(draft_.mentions[mention_at_[i - 1]].tokens.first, limit) : i - 1;
        if (!in_other_than_person(i - 1)) break;
      } else if (a_.is_word(i) && !w_.is(i, kHonorific) && (w_.is(i, kRoleModifier) || is_head(i)) &&
                 !is_determiner(i)) {
        first = i;
      } else if (a_.is_capitalised(i) && mention_at_[i] == kNoMention && !w_.is(i, kFunction | kHonorific)) {
        first = i;  // "Culture Minister"
      } else if (a_.is_char(i, '-') && i > limit && !a_.token(i).space_before && a_.is_word(i - 1)) {
        first = i - 1;
      } else if (w_.lower(i) == "and" && i > limit && is_head(i - 1)) {
        first = i - 1;
      } else if (may_describe(i) && i > limit &&
                 (is_determiner(i - 1) || a_.is_possessive(i - 1) || in_other_than_person(i - 1) ||
                  (may_describe(i - 1) && i - 1 > limit && is_determiner(i - 2)))) {
        first = i;
      } else {
        break;
      }
    }
    return {first, owned};
  }

  // Any noun will do where an article opens the phrase: "a retired motorman", "a Republican".
  [[nodiscard]] bool is_apposition(std::uint32_t i, std::uint32_t first) const {
    const auto opening = w_.lower(first - 1);
    const auto next = i + 1;
    if ((opening != "a" && opening != "an") || !a_.is_word(i)) return false;
    if (next < sentence_.last && (g_.is_noun(next) || a_.is_char(next, '-') || a_.is_possessive(next))) return false;
    if (mention_at_[i] != kNoMention) return draft_.mentions[mention_at_[i]].label == Label::kNorp;
    return g_.is_noun(i) && !a_.token(i).upper && !w_.is(i, kPlural);
  }

  // "who heads the union"
  [[nodiscard]] TokenRange leads(TokenRange clause) const {
    constexpr std::array<std::string_view, 12> kVerbs = {"heads",   "headed",  "leads",   "led",
                                                         "chairs",  "chaired", "runs",    "owns",
                                                         "founded", "directs", "manages", "oversees"};
    auto i = clause.first;
    if (i >= clause.last || std::find(kVerbs.begin(), kVerbs.end(), w_.lower(i)) == kVerbs.end()) return {};
    const auto first = i++;
    if (i >= clause.last || w_.is(i, kPlaceCue) || w_.lower(i) == "for") return {};  // "runs for office"
    while (i < clause.last && a_.token(i).kind != TokenKind::kPunctuation && a_.token(i).kind != TokenKind::kQuote &&
           !w_.is(i, kSpeechVerb) && !in_person(i)) {
      ++i;
    }
    return i > first + 1 && i < clause.last ? trimmed({first, i}) : TokenRange{};
  }

  [[nodiscard]] TokenRange after(TokenRange name) const {
    auto i = name.last;
    const auto limit = std::min(sentence_.last, i + kLongestApposition);
    if (i >= limit || !a_.is_char(i, ',')) return {};
    ++i;
    if (i + 1 < limit && a_.token(i).kind == TokenKind::kNumber && a_.is_char(i + 1, ',')) i += 2;  // ", 34,"
    if (i < limit && is_determiner(i) && w_.lower(i) != "his" && w_.lower(i) != "her") ++i;
    const auto first = i;
    if (i < limit && w_.lower(i) == "who") return leads({i + 1, limit});
    // Up to the head, only what describes it.
    while (i < limit && !is_head(i) && !is_apposition(i, first)) {
      const bool fits = in_other_than_person(i) || a_.is_possessive(i) || w_.is(i, kRoleModifier) || may_describe(i) ||
                        (a_.is_char(i, '-') && !a_.token(i).space_before);
      if (!fits || i - first > 8) return {};
      ++i;
    }
    while (i < limit && (is_head(i) || is_apposition(i, first))) ++i;
    if (i >= limit || in_person(i)) return i == sentence_.last && i > first ? TokenRange{first, i} : TokenRange{};
    // After it, up to the comma that closes the apposition.
    const bool goes_on = w_.is(i, kConnector) || w_.is(i, kPlaceCue) || w_.lower(i) == "from";
    if (goes_on) {
      while (i < limit && a_.token(i).kind != TokenKind::kPunctuation && a_.token(i).kind != TokenKind::kQuote &&
             !w_.is(i, kSpeechVerb | kPersonVerb) && !in_person(i)) {
        ++i;
      }
    }
    const bool closed = i == sentence_.last || (i < limit && a_.token(i).kind == TokenKind::kPunctuation) ||
                        (i < limit && w_.is(i, kSpeechVerb | kPersonVerb));
    return closed ? trimmed({first, i}) : TokenRange{};
  }

  const Article& a_;
  const Words& w_;
  const Grammar& g_;
  Draft& draft_;
  std::vector<std::uint32_t> mention_at_;  // of each token
  TokenRange sentence_;
};

}  // namespace

void find_roles(const Article& article, const Grammar& grammar, Draft& draft) {
  RoleFinder(article, grammar, draft).find();
}

}  // namespace pullquote::entities
