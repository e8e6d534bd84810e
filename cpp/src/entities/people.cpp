#include "people.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "antecedents.h"
#include "model/flag_table.h"

// Whom "he" and "she" mean, and "the woman", and "the president".
//
// One walk over the article keeps the people met last in mind: an entity each, with its gender, where and how it was
// mentioned last and how often (an entity-centric model: Haghighi and Klein 2010). A pronoun chooses among them and
// joins the one it chooses. A noun phrase joins the named person who has that role, or the nameless one whom the same
// noun spoke of before, or is somebody new: "the man" in the list keeps a pronoun from being given to somebody else.
// The list has a fixed size, so the cost is linear in the tokens.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::size_t kPeopleInMind = 14;
constexpr std::uint32_t kFarthest = 400;  // tokens
constexpr std::uint32_t kLookAhead = 16;  // tokens to the name after an opening phrase
constexpr float kConfidence = 0.6F;

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class PeopleFinder {
 public:
  PeopleFinder(const Article& article, Draft& draft, std::span<const Phrase> phrases)
      : a_(article),
        w_(article.words),
        draft_(draft),
        phrases_(phrases),
        entity_at_(article.size(), kNoEntity),
        seen_(draft.entities.size()) {
    people_.reserve(kPeopleInMind + 1);
    collect_roles();
  }

  void find() {
    names_ = draft_.mentions.size();
    for (std::uint32_t s = 0; s < a_.text.sentences.size(); ++s) {
      const auto& sentence = a_.text.sentences[s];
      range_ = sentence.tokens;
      at_.sentence = s;
      if (sentence.section != at_.section || s == 0)
        at_.quote = 0;  // a mark left open says nothing of the next paragraph
      at_.section = sentence.section;
      ++at_.clause;
      if (a_.has(range_.first, kSkipped)) {
        skip_to(range_.last);
        continue;
      }
      read_sentence();
    }
    keep_referred_to();
  }

 private:
  // --- the walk

  void skip_to(std::uint32_t token) {
    while (next_name_ < names_ && draft_.mentions[next_name_].tokens.first < token) ++next_name_;
    while (next_phrase_ < phrases_.size() && phrases_[next_phrase_].head < token) ++next_phrase_;
  }

  void read_sentence() {
    subject_open_ = true;
    for (auto i = range_.first; i < range_.last; ++i) {
      const auto& token = a_.token(i);
      if (token.kind == TokenKind::kQuote && !token.single_mark) {
        at_.quote = at_.quote == 0 ? ++quotes_ : 0;
        subject_open_ = true;
        ++at_.clause;
      }
      if (next_name_ < names_ && draft_.mentions[next_name_].tokens.first == i) {
        const auto mention = draft_.mentions[next_name_++];
        if (mention.label == Label::kPerson) meet(mention);
        if (mention.label != Label::kDate && !describes_next(mention.tokens.last)) subject_open_ = false;
        i = mention.tokens.last - 1;
        while (next_phrase_ < phrases_.size() && phrases_[next_phrase_].head <= i) ++next_phrase_;
      } else if (w_.is(i, kPronoun) && a_.is_word(i)) {
        if (resolve(i) != Form::kPossessive) subject_open_ = false;
      } else if (next_phrase_ < phrases_.size() && phrases_[next_phrase_].head == i) {
        const auto& phrase = phrases_[next_phrase_++];
        if (phrase.label == Label::kPerson) meet(phrase);
        subject_open_ = false;
      } else if (w_.is(i, kSpeechVerb)) {
        subject_open_ = false;
        ++at_.clause;  // "said she would"
      } else if (opens_clause(i)) {
        subject_open_ = true;
        ++at_.clause;
      }
    }
  }

  [[nodiscard]] bool opens_clause(std::uint32_t i) const {
    if (a_.is_char(i, ',') || a_.is_char(i, ';') || a_.is_char(i, ':')) return true;
    if (!a_.is_word(i)) return false;
    return is_any(w_.lower(i), {"that",  "when",   "because", "although", "though", "while", "if",  "whether",
                                "after", "before", "since",   "until",    "but",    "where", "as",  "which",
                                "who",   "whom",   "what",    "how",      "why",    "so",    "than"});
  }

  // "Russia's President", "Kremlin spokesman": the subject is still to come.
  [[nodiscard]] bool describes_next(std::uint32_t i) const {
    if (i >= range_.last) return false;
    return a_.is_possessive(i) || w_.is(i, kRole | kRoleModifier | kHonorific) || a_.is_capitalised(i);
  }

  [[nodiscard]] Position position(TokenRange range) const {
    auto at = at_;
    at.tokens = range;
    at.place = place(range);
    return at;
  }

  [[nodiscard]] Place place(TokenRange range) const {
    if (range.last < range_.last && a_.is_possessive(range.last)) return Place::kPossessor;
    auto before = range.first;
    while (before > range_.first && (w_.is(before - 1, kHonorific) || w_.is(before - 1, kRole))) --before;
    if (before > range_.first && a_.is_word(before - 1) &&
        is_any(w_.lower(before - 1),
               {"of",   "for",     "to",      "with",    "by",     "from", "in",     "on",
                "at",   "about",   "against", "between", "like",   "than", "toward", "towards",
                "into", "through", "under",   "over",    "behind", "near", "around", "without"})) {
      return Place::kOblique;
    }
    if (range.last < range_.last && w_.is(range.last, kSpeechVerb | kPersonVerb)) return Place::kSubject;
    return subject_open_ ? Place::kSubject : Place::kObject;
  }

  // --- people

  void meet(const Mention& mention) {
    Antecedent who{.entity = mention.entity,
                   .gender = draft_.genders[mention.entity],
                   .certain = draft_.genders[mention.entity] != Gender::kUnknown,
                   .named = true,
                   .last = position(mention.tokens),
                   .mentions = 1};
    seen_[mention.entity] = true;
    who.line_label = mention.tokens.first == range_.first && mention.tokens.last < range_.last &&
                     a_.is_char(mention.tokens.last, ':');
    for (auto i = mention.tokens.first; i < mention.tokens.last; ++i) entity_at_[i] = mention.entity;
    remember(who);
  }

  // "Ana Reyes said", "said Ana Reyes"
  [[nodiscard]] bool speaks(const Position& at) const {
    const auto range = at.tokens;
    if (range.last < range_.last && w_.is(range.last, kSpeechVerb)) return true;
    auto before = range.first;
    while (before > range_.first && w_.is(before - 1, kHonorific | kRole | kRoleModifier)) --before;
    return at.place != Place::kPossessor && before > range_.first && w_.is(before - 1, kSpeechVerb) &&
           (before == range_.first + 1 || !a_.is_word(before - 2));
  }

  void remember(Antecedent who) {
    who.spoke = speaks(who.last);
    const auto at = std::find_if(people_.begin(), people_.end(), [&](const auto& p) { return p.entity == who.entity; });
    if (at != people_.end()) {
      who.mentions += at->mentions;
      // A subject stays one while its sentence lasts.
      if (at->last.sentence == who.last.sentence && at->last.place == Place::kSubject) {
        who.last.place = Place::kSubject;
        who.last.clause = at->last.clause;
        who.spoke = who.spoke || at->spoke;
      }
      who.named = who.named || at->named;
      who.noun = at->noun;
      who.owner = at->owner;
      if (who.determiner == Determiner::kNone) who.determiner = at->determiner;
      if (who.gender == Gender::kUnknown) {
        who.gender = at->gender;
        who.certain = at->certain;
      }
      people_.erase(at);
    } else if (people_.size() == kPeopleInMind) {
      people_.pop_back();
    }
    people_.insert(people_.begin(), who);
  }

  // --- nouns

  void collect_roles() {
    for (std::uint32_t e = 0; e < draft_.entities.size(); ++e) {
      const auto& role = draft_.entities[e].role;
      if (!role) continue;
      for (auto i = role->first; i < role->last; ++i) {
        if (w_.is(i, kConnector) && w_.lower(i) != "and" && w_.lower(i) != "&") break;
        if (w_.is(i, kRole | kKinship)) bearers_[model::hash64(w_.lower(i))] = e + 1;
      }
    }
  }

  void meet(const Phrase& phrase) {
    if (phrase.predicate || in_role(phrase.head)) return;
    const auto owner = phrase.owner < entity_at_.size() ? entity_at_[phrase.owner] : kNoEntity;
    const auto word = model::hash64(w_.lower(phrase.head));
    auto entity = known(phrase, owner, word);
    const bool fresh = entity == kNoEntity;
    if (fresh) {
      entity = static_cast<std::uint32_t>(draft_.entities.size());
      draft_.entities.push_back({.label = Label::kPerson,
                                 .named = false,
                                 .name = one_line(a_.text.text->view(
                                     {a_.token(phrase.tokens.first).begin, a_.token(phrase.tokens.last - 1).end}))});
      draft_.genders.push_back(phrase.gender);
    }
    draft_.mentions.push_back({.tokens = phrase.tokens,
                               .kind = MentionKind::kNominal,
                               .label = Label::kPerson,
                               .confidence = kConfidence,
                               .entity = entity});
    entity_at_[phrase.head] = entity;
    if (phrase.plural) return;
    Antecedent who{.entity = entity,
                   .gender = draft_.genders[entity] == Gender::kUnknown ? phrase.gender : draft_.genders[entity],
                   .named = draft_.entities[entity].named,
                   .kind = MentionKind::kNominal,
                   .determiner = phrase.determiner,
                   .last = position(phrase.tokens),
                   .mentions = 1,
                   .noun = word,
                   .owner = owner};
    who.certain = who.gender != Gender::kUnknown;
    remember(who);
  }

  [[nodiscard]] bool in_role(std::uint32_t token) {
    while (next_title_ < draft_.titles.size() && draft_.titles[next_title_].last <= token) ++next_title_;
    return next_title_ < draft_.titles.size() && draft_.titles[next_title_].contains(token);
  }

  // The person of whom the same noun spoke before.
  [[nodiscard]] std::uint32_t known(const Phrase& phrase, std::uint32_t owner, std::uint64_t word) const {
    if (phrase.plural) return kNoEntity;
    if (phrase.determiner == Determiner::kPossessive) {
      if (owner == kNoEntity) return kNoEntity;
      for (const auto& p : people_) {
        if (p.noun == word && p.owner == owner) return p.entity;
      }
      return kNoEntity;
    }
    if (phrase.determiner != Determiner::kDefinite) return kNoEntity;
    for (const auto& p : people_) {
      if (p.noun == word && at_.sentence - p.last.sentence <= 30) return p.entity;
      if (p.named && has_role(p.entity, phrase)) return p.entity;
    }
    const auto bearer = bearers_.find(word);
    if (bearer != 0 && has_role(bearer - 1, phrase) && entity_seen(bearer - 1)) return bearer - 1;
    return kNoEntity;
  }

  [[nodiscard]] bool entity_seen(std::uint32_t entity) const { return seen_[entity]; }

  // The noun and all that describes it stand in the role.
  [[nodiscard]] bool has_role(std::uint32_t entity, const Phrase& phrase) const {
    const auto& role = draft_.entities[entity].role;
    if (!role) return false;
    const auto gender = draft_.genders[entity];
    if (phrase.gender != Gender::kUnknown && gender != Gender::kUnknown && gender != phrase.gender) return false;
    bool deputy = false;
    bool found = false;
    for (auto i = role->first; i < role->last && !found; ++i) {
      if (w_.lower(i) == "of" || w_.lower(i) == "for") return false;
      deputy = deputy || is_any(w_.lower(i), {"vice", "deputy", "assistant", "former", "ex"});
      found = w_.lower(i) == w_.lower(phrase.head);
    }
    if (!found) return false;
    for (auto i = phrase.tokens.first + 1; i < phrase.head; ++i) {
      bool same = false;
      for (auto j = role->first; j < role->last; ++j) same = same || w_.lower(i) == w_.lower(j);
      if (!same) return false;
      deputy = deputy && !is_any(w_.lower(i), {"vice", "deputy", "assistant", "former", "ex"});
    }
    return !deputy;
  }

  // --- pronouns

  Form resolve(std::uint32_t i) {
    const auto word = w_.lower(i);
    Pronoun pronoun{.at = position({i, i + 1}), .gender = gender_of(w_.classes(i))};
    if (word == "he" || word == "she") {
      pronoun.form = Form::kSubject;
      pronoun.at.place = Place::kSubject;
    } else if (word == "his" || word == "hers" || (word == "her" && has_noun_after(i))) {
      pronoun.form = Form::kPossessive;
      pronoun.at.place = Place::kPossessor;
    } else {
      pronoun.form = word.ends_with("self") ? Form::kReflexive : Form::kObject;
      if (pronoun.at.place != Place::kOblique) pronoun.at.place = Place::kObject;
    }
    const auto next = i + 1 < range_.last ? model::hash64(w_.lower(i + 1)) : 0;
    auto best = named_ahead(i, pronoun);
    float best_points = best ? plausibility(pronoun, *best) : 0;
    for (const auto& p : people_) {
      if (i - p.last.tokens.first > kFarthest) continue;
      if (p.gender != Gender::kUnknown && p.gender != pronoun.gender) continue;
      // "His brother" is nobody's whom "the brother" means.
      if (pronoun.form == Form::kPossessive && p.noun != 0 && p.noun == next) continue;
      const auto points = plausibility(pronoun, p);
      if (points <= best_points) continue;
      best = p;
      best_points = points;
    }
    if (best) join(pronoun, *best);
    return pronoun.form;
  }

  void join(const Pronoun& pronoun, const Antecedent& antecedent) {
    const auto entity = antecedent.entity;
    if (draft_.genders[entity] == Gender::kUnknown) draft_.genders[entity] = pronoun.gender;
    draft_.mentions.push_back({.tokens = pronoun.at.tokens,
                               .kind = MentionKind::kPronoun,
                               .label = Label::kPerson,
                               .confidence = kConfidence,
                               .entity = entity});
    entity_at_[pronoun.at.tokens.first] = entity;
    remember({.entity = entity,
              .gender = draft_.genders[entity],
              .certain = antecedent.certain,
              .named = draft_.entities[entity].named,
              .kind = MentionKind::kPronoun,
              .last = pronoun.at,
              .mentions = 1});
  }

  // "her speech", not "met her on Monday" nor "told her that".
  [[nodiscard]] bool has_noun_after(std::uint32_t i) const {
    const auto next = i + 1;
    if (next >= range_.last) return false;
    const auto kind = a_.token(next).kind;
    if (kind == TokenKind::kNumber) return true;
    return kind == TokenKind::kWord &&
           (!w_.is(next, kFunction) || is_any(w_.lower(next), {"own", "first", "second", "last", "two", "three"}));
  }

  // "Asked whether she would stand, Ms Silva laughed", unlike "On Monday he met Ms Silva"
  [[nodiscard]] bool subordinates(std::uint32_t i) const {
    return is_any(w_.lower(i), {"after", "although", "as", "asked", "because", "before", "if", "once", "since",
                                "though", "until", "when", "whether", "while", "despite", "unlike", "like"});
  }

  // "In her speech, Ms Silva said": the name that follows the first comma of the sentence.
  [[nodiscard]] std::optional<Antecedent> named_ahead(std::uint32_t i, const Pronoun& pronoun) const {
    if (i == range_.first || i - range_.first > 6) return std::nullopt;
    if (pronoun.form != Form::kPossessive && !subordinates(range_.first)) return std::nullopt;
    if (!w_.is(range_.first, kFunction) || w_.is(range_.first, kPronoun)) return std::nullopt;
    const auto limit = std::min(range_.last, i + kLookAhead);
    auto comma = i + 1;
    while (comma < limit && !a_.is_char(comma, ',')) ++comma;
    for (auto m = next_name_; m < names_; ++m) {
      const auto& mention = draft_.mentions[m];
      if (mention.tokens.first >= limit) break;
      if (mention.tokens.first < comma) continue;
      if (mention.tokens.first > comma + 5 || mention.label != Label::kPerson) continue;
      if (mention.tokens.last < range_.last && a_.is_possessive(mention.tokens.last)) return std::nullopt;
      const auto known = draft_.genders[mention.entity];
      if (known != Gender::kUnknown && known != pronoun.gender) return std::nullopt;
      Antecedent ahead{
          .entity = mention.entity, .gender = known, .certain = true, .named = true, .ahead = true, .last = pronoun.at};
      ahead.last.place = Place::kSubject;
      return ahead;
    }
    return std::nullopt;
  }

  // --- the end

  // Somebody without a name to whom no pronoun refers is of no use to a reader of the answer.
  void keep_referred_to() {
    std::vector<bool> referred(draft_.entities.size(), false);
    for (const auto& mention : draft_.mentions) {
      if (mention.kind != MentionKind::kNominal || draft_.entities[mention.entity].named)
        referred[mention.entity] = true;
    }
    std::erase_if(draft_.mentions, [&](const Mention& mention) { return !referred[mention.entity]; });
  }

  const Article& a_;
  const Words& w_;
  Draft& draft_;
  std::span<const Phrase> phrases_;
  std::vector<std::uint32_t> entity_at_;  // of each token that was resolved
  std::vector<bool> seen_;
  std::vector<Antecedent> people_;  // the one met last comes first
  HashMap bearers_;                 // hash of a word of a role -> entity + 1
  std::size_t names_ = 0;
  std::size_t next_name_ = 0;
  std::size_t next_phrase_ = 0;
  std::size_t next_title_ = 0;
  std::uint32_t quotes_ = 0;
  TokenRange range_;
  Position at_;
  bool subject_open_ = true;  // no noun yet in this clause
};

}  // namespace

void find_people(const Article& article, Draft& draft, std::span<const Phrase> phrases) {
  PeopleFinder(article, draft, phrases).find();
}

}  // namespace pullquote::entities
