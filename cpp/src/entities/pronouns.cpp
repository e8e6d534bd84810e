#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "linking.h"

// Whom "he" and "she" mean: the nearest person who fits.
//
// A short list holds the people met last. A pronoun takes the one with the most points: for nearness, for having been a
// subject, for being talked of often, for a gender that is known to agree; a gender that disagrees rules out (the
// preferences of Lappin and Leass 1994, without a parser). People without a name ("the woman", "his brother") stand in
// the list too, so that a pronoun that means one of them is left alone rather than given to somebody else. A pronoun
// that opens a sentence before its name ("In her speech, Ms Silva said") looks ahead to the first comma. The list has a
// fixed size, so the cost is linear in the tokens.

namespace pullquote::entities {

using namespace features;

namespace {

constexpr std::size_t kPeopleInMind = 8;
constexpr std::uint32_t kFarthest = 7;    // sentences
constexpr std::uint32_t kLookAhead = 16;  // tokens to the name after an opening phrase
constexpr std::uint32_t kNobody = 0xffffffff;
constexpr float kConfidence = 0.6F;

constexpr float kPerSentence = 1.0F;
constexpr float kSubject = 1.0F;
constexpr float kKnownGender = 1.0F;
constexpr float kPossessor = -0.4F;
constexpr float kOtherSideOfQuote = -1.0F;
constexpr float kPerMention = 0.1F;

struct Candidate {
  std::uint32_t entity = kNobody;  // kNobody: a person without a name
  Gender gender = Gender::kUnknown;
  std::uint32_t token = 0;
  std::uint32_t sentence = 0;
  std::uint32_t mentions = 0;
  bool subject = false;
  bool possessor = false;
  bool quoted = false;
};

class PronounFinder {
 public:
  PronounFinder(const Article& article, Draft& draft) : a_(article), w_(article.words), draft_(draft) {}

  void find() {
    const auto named = draft_.mentions.size();
    for (std::uint32_t s = 0; s < a_.text.sentences.size(); ++s) {
      const auto& sentence = a_.text.sentences[s];
      range_ = sentence.tokens;
      sentence_ = s;
      if (sentence.section != section_) quoted_ = false;  // a mark left open says nothing of the next paragraph
      section_ = sentence.section;
      if (a_.has(range_.first, kSkipped)) {
        while (next_ < named && draft_.mentions[next_].tokens.first < range_.last) ++next_;
        continue;
      }
      bool subject_open = true;  // no noun yet in this clause
      for (auto i = range_.first; i < range_.last; ++i) {
        const auto& token = a_.token(i);
        if (token.kind == TokenKind::kQuote && !token.single_mark) quoted_ = !quoted_;
        if (next_ < named && draft_.mentions[next_].tokens.first == i) {
          const auto mention = draft_.mentions[next_++];
          if (mention.label == Label::kPerson) meet(mention, subject_open);
          if (mention.label != Label::kDate && !describes_next(mention.tokens.last)) subject_open = false;
          i = mention.tokens.last - 1;
        } else if (w_.is(i, kPronoun) && a_.is_word(i)) {
          resolve(i);
          subject_open = false;
        } else if (is_nameless_person(i)) {
          remember({.gender = gender_of(w_.classes(i)),
                    .token = i,
                    .sentence = sentence_,
                    .mentions = 1,
                    .subject = subject_open,
                    .quoted = quoted_});
          subject_open = false;
        } else if (w_.is(i, kSpeechVerb)) {
          subject_open = false;
        } else if (a_.is_char(i, ',') || a_.is_char(i, ';')) {
          subject_open = true;
        }
      }
    }
    std::stable_sort(draft_.mentions.begin(), draft_.mentions.end(),
                     [](const Mention& x, const Mention& y) { return x.tokens.first < y.tokens.first; });
  }

 private:
  void meet(const Mention& mention, bool subject) {
    const bool possessor = mention.tokens.last < range_.last && a_.is_possessive(mention.tokens.last);
    remember({.entity = mention.entity,
              .gender = draft_.genders[mention.entity],
              .token = mention.tokens.first,
              .sentence = sentence_,
              .mentions = 1,
              .subject = subject && !possessor,
              .possessor = possessor,
              .quoted = quoted_});
  }

  void remember(Candidate candidate) {
    auto at = people_.begin() + static_cast<std::ptrdiff_t>(size_);
    if (candidate.entity != kNobody) {
      at = std::find_if(people_.begin(), at, [&](const Candidate& c) { return c.entity == candidate.entity; });
    }
    if (at != people_.begin() + static_cast<std::ptrdiff_t>(size_)) {
      candidate.mentions += at->mentions;
      // A subject stays one while its sentence lasts.
      if (at->sentence == candidate.sentence && at->subject) candidate.subject = true;
    } else if (size_ < kPeopleInMind) {
      ++size_;
    } else {
      --at;
    }
    std::move_backward(people_.begin(), at, at + 1);
    people_.front() = candidate;
  }

  // "Russia's President", "Kremlin spokesman": the subject is still to come.
  [[nodiscard]] bool describes_next(std::uint32_t i) const {
    if (i >= range_.last) return false;
    return a_.is_possessive(i) || w_.is(i, kRole | kRoleModifier | kHonorific) || a_.is_capitalised(i);
  }

  // "the woman", "his brother", "a spokeswoman": of a known gender, and not a title before a name.
  [[nodiscard]] bool is_nameless_person(std::uint32_t i) const {
    if (!w_.is(i, kKinship) && !(w_.is(i, kRole) && w_.is(i, kMale | kFemale))) return false;
    if (a_.token(i).upper || i == range_.first) return false;
    const auto next = i + 1;
    if (next < range_.last && (a_.is_capitalised(next) || a_.is_char(next, ','))) return false;
    for (auto back = i; back > range_.first && i - back < 3;) {
      --back;
      const auto word = w_.lower(back);
      if (word == "the" || word == "a" || word == "an" || word == "his" || word == "her" || word == "my" ||
          a_.is_possessive(back))
        return true;
    }
    return false;
  }

  [[nodiscard]] float score(const Candidate& c, Gender gender) const {
    float points = -kPerSentence * static_cast<float>(sentence_ - c.sentence);
    if (c.subject) points += kSubject;
    if (c.possessor) points += kPossessor;
    if (c.gender == gender) points += kKnownGender;
    if (c.quoted != quoted_) points += kOtherSideOfQuote;
    return points + kPerMention * static_cast<float>(std::min(c.mentions, 10u));
  }

  void resolve(std::uint32_t i) {
    const auto gender = gender_of(w_.classes(i));
    if (const auto ahead = named_ahead(i, gender)) {
      add(i, *ahead, gender);
      return;
    }
    auto best = size_;
    float best_points = 0;
    for (std::size_t k = 0; k < size_; ++k) {
      const auto& c = people_[k];
      if (sentence_ - c.sentence > kFarthest) continue;
      if (c.gender != Gender::kUnknown && c.gender != gender) continue;
      const auto points = score(c, gender);
      if (best == size_ || points > best_points) {
        best = k;
        best_points = points;
      }
    }
    if (best == size_) return;
    if (people_[best].entity != kNobody) {
      add(i, people_[best].entity, gender);
    } else {  // the nameless person is the one in mind
      people_[best].token = i;
      people_[best].sentence = sentence_;
      std::rotate(people_.begin(), people_.begin() + static_cast<std::ptrdiff_t>(best),
                  people_.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    }
  }

  void add(std::uint32_t i, std::uint32_t entity, Gender gender) {
    if (draft_.genders[entity] == Gender::kUnknown) draft_.genders[entity] = gender;
    draft_.mentions.push_back({.tokens = {i, i + 1},
                               .kind = MentionKind::kPronoun,
                               .label = Label::kPerson,
                               .confidence = kConfidence,
                               .entity = entity});
    const auto word = w_.lower(i);
    remember({.entity = entity,
              .gender = gender,
              .token = i,
              .sentence = sentence_,
              .mentions = 1,
              .subject = word == "he" || word == "she",
              .quoted = quoted_});
  }

  // "Asked whether she would stand, Ms Silva laughed", unlike "On Monday he met Ms Silva"
  [[nodiscard]] bool subordinates(std::uint32_t i) const {
    const auto word = w_.lower(i);
    for (const std::string_view opener : {"after", "although", "as", "asked", "because", "before", "if", "once",
                                          "since", "though", "until", "when", "whether", "while"}) {
      if (word == opener) return true;
    }
    return false;
  }

  // "In her speech, Ms Silva said": the name that follows the first comma of the sentence.
  [[nodiscard]] std::optional<std::uint32_t> named_ahead(std::uint32_t i, Gender gender) const {
    if (i == range_.first || i - range_.first > 6) return std::nullopt;
    if ((w_.lower(i) == "he" || w_.lower(i) == "she") && !subordinates(range_.first)) return std::nullopt;
    if (!w_.is(range_.first, kFunction) || w_.is(range_.first, kPronoun)) return std::nullopt;
    const auto limit = std::min(range_.last, i + kLookAhead);
    auto comma = i + 1;
    while (comma < limit && !a_.is_char(comma, ',')) ++comma;
    for (auto m = next_; m < draft_.mentions.size(); ++m) {
      const auto& mention = draft_.mentions[m];
      if (mention.kind == MentionKind::kPronoun || mention.tokens.first >= limit) break;
      if (mention.tokens.first < comma) continue;
      if (mention.tokens.first > comma + 5 || mention.label != Label::kPerson) continue;
      if (mention.tokens.last < range_.last && a_.is_possessive(mention.tokens.last)) return std::nullopt;
      const auto known = draft_.genders[mention.entity];
      if (known == Gender::kUnknown || known == gender) return mention.entity;
      return std::nullopt;
    }
    return std::nullopt;
  }

  const Article& a_;
  const Words& w_;
  Draft& draft_;
  std::array<Candidate, kPeopleInMind> people_;  // the one met last comes first
  std::size_t size_ = 0;
  std::size_t next_ = 0;  // next named mention
  TokenRange range_;
  std::uint32_t sentence_ = 0;
  std::uint32_t section_ = 0;
  bool quoted_ = false;
};

}  // namespace

void find_pronouns(const Article& article, Draft& draft) { PronounFinder(article, draft).find(); }

}  // namespace pullquote::entities
