#include "people.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

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
constexpr std::uint32_t kFarthest = 400;    // tokens
constexpr std::uint32_t kLookAhead = 30;    // tokens to the name after an opening phrase
constexpr std::uint32_t kLongestTitle = 4;  // tokens before a name
constexpr float kConfidence = 0.6F;

bool is_any(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class PeopleFinder {
 public:
  PeopleFinder(const Article& article, const Grammar& grammar, Draft& draft, std::span<const Phrase> phrases)
      : a_(article),
        w_(article.words),
        g_(grammar),
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
    for (auto i = range_.first; i < range_.last; ++i) {
      const auto& token = a_.token(i);
      if (token.kind == TokenKind::kQuote && !token.single_mark) at_.quote = at_.quote == 0 ? ++quotes_ : 0;
      if (next_name_ < names_ && draft_.mentions[next_name_].tokens.first == i) {
        const auto mention = draft_.mentions[next_name_++];
        if (mention.label == Label::kPerson) meet(mention);
        i = mention.tokens.last - 1;
        while (next_phrase_ < phrases_.size() && phrases_[next_phrase_].head <= i) ++next_phrase_;
      } else if (w_.is(i, kPronoun) && a_.is_word(i)) {
        resolve(i);
      } else if (next_phrase_ < phrases_.size() && phrases_[next_phrase_].head == i) {
        const auto& phrase = phrases_[next_phrase_++];
        if (phrase.label == Label::kPerson) meet(phrase);
      }
    }
  }

  [[nodiscard]] Position position(TokenRange range) const {
    auto at = at_;
    at.tokens = range;
    at.clause = g_.clause(g_.head(range));
    at.place = g_.place(range);
    if (range.last < range_.last && a_.is_possessive(range.last)) at.place = Place::kPossessor;
    if (follows_according(range.first)) at.place = Place::kSubject;
    return at;
  }

  // --- people

  void meet(const Mention& mention) {
    Antecedent who{.entity = mention.entity,
                   .gender = draft_.genders[mention.entity],
                   .named = true,
                   .last = position(mention.tokens),
                   .mentions = 1};
    seen_[mention.entity] = true;
    // "Sanders supporters", "Obama administration"
    const auto next = mention.tokens.last;
    if (next < range_.last && !a_.token(next).upper && g_.is_noun(next) && w_.is(next, kPerson | kRole | kOrgHead)) {
      who.last.place = Place::kModifier;
    }
    who.line_label = mention.tokens.first == range_.first && mention.tokens.last < range_.last &&
                     a_.is_char(mention.tokens.last, ':');
    for (auto i = mention.tokens.first; i < mention.tokens.last; ++i) entity_at_[i] = mention.entity;
    remember(who);
  }

  [[nodiscard]] bool follows_according(std::uint32_t i) const {
    return i > range_.first + 1 && w_.lower(i - 1) == "to" && w_.lower(i - 2) == "according";
  }

  [[nodiscard]] bool speaks(const Position& at) const {
    return g_.speaks(at.tokens) || follows_according(at.tokens.first);
  }

  void remember(Antecedent who) {
    who.spoke = at_.quote == 0 && speaks(who.last);
    if (who.spoke) {
      for (auto& p : people_) p.last_speaker = false;
      who.last_speaker = true;
    }
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
      who.last_speaker = who.last_speaker || at->last_speaker;
      who.noun = at->noun;
      who.owner = at->owner;
      if (who.determiner == Determiner::kNone) who.determiner = at->determiner;
      people_.erase(at);
    } else if (people_.size() == kPeopleInMind) {
      people_.pop_back();
    }
    people_.insert(people_.begin(), who);
  }

  // --- nouns

  // "Gov." as "governor"
  [[nodiscard]] std::string_view full_title(std::uint32_t i) const {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kShort = {{
        {"gov", "governor"},
        {"sen", "senator"},
        {"rep", "representative"},
        {"gen", "general"},
        {"lt", "lieutenant"},
        {"col", "colonel"},
        {"capt", "captain"},
        {"sgt", "sergeant"},
        {"adm", "admiral"},
        {"insp", "inspector"},
        {"pm", "minister"},
        {"rev", "reverend"},
    }};
    auto word = w_.lower(i);
    if (word.ends_with('.')) word.remove_suffix(1);
    const auto found = std::find_if(kShort.begin(), kShort.end(), [&](const auto& pair) { return pair.first == word; });
    return found == kShort.end() ? w_.lower(i) : found->second;
  }

  void collect_roles() {
    for (std::uint32_t e = 0; e < draft_.entities.size(); ++e) {
      const auto& role = draft_.entities[e].role;
      if (!role) continue;
      for (auto i = role->first; i < role->last; ++i) {
        if (w_.is(i, kConnector) && w_.lower(i) != "and" && w_.lower(i) != "&") break;
        if (w_.is(i, kRole | kKinship)) bearers_[model::hash64(full_title(i))] = e + 1;
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
      draft_.genders.push_back({});
    }
    draft_.mentions.push_back({.tokens = phrase.tokens,
                               .kind = MentionKind::kNominal,
                               .label = Label::kPerson,
                               .confidence = kConfidence,
                               .entity = entity});
    entity_at_[phrase.head] = entity;
    if (phrase.plural) return;
    if (phrase.gender != Gender::kUnknown) draft_.genders[entity] = {phrase.gender, Trust::kStated};
    Antecedent who{.entity = entity,
                   .gender = draft_.genders[entity],
                   .named = draft_.entities[entity].named,
                   .kind = MentionKind::kNominal,
                   .determiner = phrase.determiner,
                   .last = position({phrase.tokens.first, phrase.head + 1}),
                   .mentions = 1,
                   .noun = word,
                   .owner = owner};
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
    const auto gender = draft_.genders[entity].gender;
    if (phrase.gender != Gender::kUnknown && gender != Gender::kUnknown && gender != phrase.gender) return false;
    bool deputy = false;
    bool found = false;
    for (auto i = role->first; i < role->last && !found; ++i) {
      if (w_.lower(i) == "of" || w_.lower(i) == "for") return false;
      deputy = deputy || is_any(w_.lower(i), {"vice", "deputy", "assistant", "former", "ex"});
      found = full_title(i) == w_.lower(phrase.head);
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

  void resolve(std::uint32_t i) {
    const auto word = w_.lower(i);
    Pronoun pronoun{.at = position({i, i + 1}), .gender = gender_of(w_.classes(i))};
    if (word == "he" || word == "she") {
      pronoun.form = Form::kSubject;
      pronoun.at.place = Place::kSubject;
    } else if (word == "his" || word == "hers" || g_.tag(i) == syntax::Tag::kPossessivePronoun) {
      pronoun.form = Form::kPossessive;
      pronoun.at.place = Place::kPossessor;
    } else {
      pronoun.form = word.ends_with("self") ? Form::kReflexive : Form::kObject;
      if (pronoun.at.place != Place::kOblique) pronoun.at.place = Place::kObject;
    }
    pronoun.speaks = pronoun.form == Form::kSubject && at_.quote == 0 && g_.speaks(pronoun.at.tokens) &&
                     g_.is_main(pronoun.at.clause);
    pronoun.subject = g_.subject(pronoun.at.clause);
    const auto next = i + 1 < range_.last ? model::hash64(w_.lower(i + 1)) : 0;
    auto best = named_ahead(i, pronoun);
    float best_points = best ? plausibility(pronoun, *best) : 0;
    for (const auto& p : people_) {
      if (i - p.last.tokens.first > kFarthest) continue;
      if (p.gender.trust == Trust::kStated && p.gender.gender != pronoun.gender) continue;
      // "His brother" is nobody's whom "the brother" means.
      if (pronoun.form == Form::kPossessive && p.noun != 0 && p.noun == next) continue;
      const auto points = plausibility(pronoun, p);
      if (points <= best_points) continue;
      best = p;
      best_points = points;
    }
    if (best) join(pronoun, *best);
  }

  void join(const Pronoun& pronoun, const Antecedent& antecedent) {
    const auto entity = antecedent.entity;
    if (draft_.genders[entity].trust != Trust::kStated) draft_.genders[entity] = {pronoun.gender, Trust::kGuess};
    draft_.mentions.push_back({.tokens = pronoun.at.tokens,
                               .kind = MentionKind::kPronoun,
                               .label = Label::kPerson,
                               .confidence = kConfidence,
                               .entity = entity});
    entity_at_[pronoun.at.tokens.first] = entity;
    remember({.entity = entity,
              .gender = draft_.genders[entity],
              .named = draft_.entities[entity].named,
              .kind = MentionKind::kPronoun,
              .last = pronoun.at,
              .mentions = 1});
  }

  // "Brigadier" before "Kioko"
  [[nodiscard]] bool is_title(TokenRange range) const {
    for (auto i = range.first; i < range.last; ++i) {
      if (!w_.is(i, kRole | kRoleModifier | kHonorific)) return false;
    }
    return true;
  }

  // "In her speech, Ms Silva said", "Asked whether she would stand, Ms Silva laughed", unlike "On Monday he met Ms
  // Silva".
  [[nodiscard]] std::optional<Antecedent> named_ahead(std::uint32_t i, const Pronoun& pronoun) const {
    const auto subject = g_.subject_to_come(i);
    if (subject == Grammar::kNone || subject >= range_.last || subject - i > kLookAhead) return std::nullopt;
    for (auto m = next_name_; m < names_; ++m) {
      const auto& mention = draft_.mentions[m];
      if (mention.tokens.first > subject + kLongestTitle) break;
      if (mention.label != Label::kPerson || mention.tokens.last <= subject) continue;
      if (!mention.tokens.contains(subject) && !is_title({subject, mention.tokens.first})) return std::nullopt;
      const auto known = draft_.genders[mention.entity];
      if (known.gender != Gender::kUnknown && known.gender != pronoun.gender) return std::nullopt;
      Antecedent ahead{.entity = mention.entity, .gender = known, .named = true, .ahead = true, .last = pronoun.at};
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
  const Grammar& g_;
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
};

}  // namespace

void find_people(const Article& article, const Grammar& grammar, Draft& draft, std::span<const Phrase> phrases) {
  PeopleFinder(article, grammar, draft, phrases).find();
}

}  // namespace pullquote::entities
