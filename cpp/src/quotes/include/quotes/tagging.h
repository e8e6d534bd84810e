#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/feature_buffer.h"
#include "model/hash.h"
#include "quotes/reading.h"

// The features of the two taggers that find attributions. Training and extraction call the same functions.
//
// The first tagger reads each paragraph once and says of each token whether it looks like a part of some cue, source or
// content. The second is asked about one cue at a time: which tokens of its paragraph are the source and content of
// this one? All its features are relative to that cue, and the first tagger's opinions are among them.

namespace pullquote::quotes {

using Features = model::FeatureBuffer;

/// Joins values to features under the numbers of templates, counted on from a first one.
class Templates {
 public:
  Templates(std::uint64_t first, Features& out) : number_(first), out_(out) {}
  template <class... Values>
  void add(Values... values) {
    std::uint64_t hash = ++number_;
    ((hash = model::mix(hash, static_cast<std::uint64_t>(values))), ...);
    out_.push_back(hash);
  }

 private:
  std::uint64_t number_;
  Features& out_;
};

/// The first tagger's labels. A part that follows another one of its kind starts with its First label.
enum Part : std::uint8_t { kOther, kCueFirst, kCueNext, kSourceFirst, kSourceNext, kContentFirst, kContentNext };
inline constexpr std::size_t kParts = 7;

/// The second tagger's labels.
enum Role : std::uint8_t { kOutside, kCue, kSource, kContent };
inline constexpr std::size_t kRoles = 4;

/// What the acceptance model says of an attribution: wrong or right.
inline constexpr std::size_t kVerdicts = 2;

/// What the first tagger says of a token: the probabilities of cue, source and content.
struct Opinion {
  float cue = 0;
  float source = 0;
  float content = 0;
  Part best = kOther;
};

/// Appends the first tagger's features of a token of `section`.
void part_features(const Reading& reading, tokens::TokenRange section, std::uint32_t token, Features& out);

/// The same in two parts: first those that concern one word of the token's window alone, which stands `place` words
/// behind the token (before it, if negative). Words beyond the section count as kEdge.
inline constexpr std::uint32_t kPartReach = 3;
void part_word_features(const Fact& word, int place, Features& out);
/// All others.
void part_context_features(const Reading& reading, tokens::TokenRange section, std::uint32_t token, Features& out);

/// The tokens that are asked about for one cue: those of its paragraph near it. Of a quotation only the ends are asked
/// about, since it belongs to an attribution as a whole or not at all.
class CueView {
 public:
  CueView(const Reading& reading, std::span<const Opinion> opinions, std::uint32_t cue);

  [[nodiscard]] std::span<const std::uint32_t> tokens() const { return tokens_; }
  [[nodiscard]] std::uint32_t cue() const { return cue_; }
  /// Where the cue stands in tokens().
  [[nodiscard]] std::uint32_t place() const { return place_; }
  /// Appends the features of tokens()[index].
  void features(std::uint32_t index, Features& out) const;

  /// What the features see of a token that it takes the cue to know.
  struct Place {
    std::uint32_t index;   // in tokens()
    std::uint64_t side;    // 0 the cue itself, 1 before it, 2 after it
    std::uint64_t far;     // bucketed
    std::uint64_t gap;     // what stands between
    std::uint64_t mark;    // which quotation, counted from the cue, and which of its ends
    std::uint64_t branch;  // of the tree
    bool same_sentence;
    bool own_section;
  };
  [[nodiscard]] Place place_of(std::uint32_t index) const;

  /// The same in parts: groups that many tokens have in common, and the rest. What a group's features see is the same
  /// wherever its key is, in other views of the article too.
  enum class Group : std::uint8_t { kFar, kGap, kBranch, kToken };
  static constexpr std::array kGroups = {Group::kFar, Group::kGap, Group::kBranch, Group::kToken};
  [[nodiscard]] std::uint64_t key(Group group, const Place& at) const;
  void features(Group group, const Place& at, Features& out) const;
  void own_features(const Place& at, Features& out) const;

 private:
  struct Between {  // what stands between the cue and a token, the token not counted
    std::uint8_t commas = 0;
    std::uint8_t stops = 0;   // ends of sentences
    std::uint8_t marks = 0;   // quotations
    std::uint8_t others = 0;  // other candidate cues
    std::uint8_t colons = 0;  // and dashes, brackets
  };

  [[nodiscard]] const Fact& fact(std::int64_t index) const;
  void choose_tokens();
  /// The end of the quotation that starts where a paragraph ended, if the cue may announce it; else `end`.
  [[nodiscard]] std::uint32_t next_quotation(std::uint32_t end) const;
  void measure();

  const Reading& reading_;
  std::span<const Opinion> opinions_;
  std::uint32_t cue_;
  std::uint32_t place_ = 0;
  tokens::TokenRange section_;
  std::vector<std::uint32_t> tokens_;
  std::vector<Between> between_;
  struct Path {                // through the tree from a token to the cue
    std::uint64_t whole = 0;   // relations on the way, steps counted up to a few
    std::uint64_t branch = 0;  // without how deep the token lies in its branch; 0 where no way is known
  };
  void find_paths();
  std::vector<Path> paths_;
  std::uint64_t signature_ = 0;  // of the punctuation around the cue
};

}  // namespace pullquote::quotes
