package org.limbeck.store;

/**
 * What the score cache spared a student.
 *
 * @param needed views of training examples that the student was trained on, repetitions included:
 *     forward passes of the teacher if it stood in the loop
 * @param cached views whose scores the teacher's cache held when the student was done: passes that
 *     all students of the teacher needed together until then
 */
public record TeacherPasses(long needed, long cached) {}
